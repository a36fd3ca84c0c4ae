import { expect, test, vi } from "vitest";
import { ClientError, NetworkError } from "../fetch-json.ts";
import { Outbox } from "./outbox.ts";
import type { OutboxEntry } from "./outbox-entry.ts";
import type { Kept, OutboxStore } from "./outbox-store.ts";

/** What a browser's disk keeps, for pages that come one after the other; full: it takes nothing. */
function disk() {
  let count = 0;
  let full = false;
  const rows: Kept[] = [];
  const store: OutboxStore = {
    async add(entry) {
      if (full) throw new DOMException("no space", "QuotaExceededError");
      count += 1;
      const kept = { entry, id: count };
      rows.push(kept);
      return { ...kept };
    },
    async list() {
      return rows.map((row) => ({ ...row }));
    },
    async remove({ id }) {
      const at = rows.findIndex((row) => row.id === id);
      if (at >= 0) rows.splice(at, 1);
    },
  };
  const fill = () => {
    full = true;
  };
  return { rows, store, fill };
}

/** A server that can be cut off, and that refuses what it is told to. */
function server() {
  const told: string[] = [];
  const line = { cut: false, refuses: null as string | null };
  const send = async (entry: OutboxEntry) => {
    if (line.cut) throw new NetworkError(new Error("no network"));
    if (line.refuses === keyOf(entry)) throw new ClientError(409, "session_ended", "This interview has already ended.");
    told.push(keyOf(entry));
  };
  return { told, line, send };
}

const QUICK = { minMs: 1, maxMs: 2 };
const question = (key: string) => ({ data: { text: `${key}?`, client_key: key }, mark: null });
const asked = (key: string): OutboxEntry => ({ kind: "question", question: question(key) });
const answered = (key: string): OutboxEntry => ({
  kind: "answer",
  question: question(key),
  answer: { data: { text: "words", client_key: `answer-${key}` }, mark: null },
});
const END: OutboxEntry = { kind: "end" };
const keyOf = (entry: OutboxEntry) =>
  entry.kind === "end" ? "end" : `${entry.kind} ${entry.question.data.client_key}`;

const open = (store: OutboxStore, send: (entry: OutboxEntry) => Promise<void>) =>
  new Outbox({ store, send, backoff: QUICK });

test("what happens without a network is told in order, once, as soon as there is one", async () => {
  const [{ store, rows }, { told, line, send }] = [disk(), server()];
  const outbox = open(store, send);
  line.cut = true;
  for (const entry of [asked("one"), answered("one"), asked("two"), answered("two"), END]) await outbox.add(entry);
  await vi.waitFor(() => expect(outbox.getState().trouble).toBe("offline"));
  expect(outbox.getState()).toMatchObject({ pending: 5, pendingAnswers: 2, inMemory: false });
  expect(told).toEqual([]);
  line.cut = false;
  outbox.wake();
  await outbox.settled();
  expect(told).toEqual(["question one", "answer one", "question two", "answer two", "end"]);
  expect(rows).toEqual([]);
  expect(outbox.getState()).toMatchObject({ pending: 0, trouble: null });
});

test("a page that goes away leaves the rest to the next one, before anything of its own", async () => {
  const [{ store }, { told, line, send }] = [disk(), server()];
  const first = open(store, send);
  line.cut = true;
  for (const entry of [asked("one"), answered("one")]) await first.add(entry);
  first.close();
  line.cut = false;
  const second = open(store, send);
  await second.restore();
  await second.add(asked("two"));
  await second.settled();
  expect(told).toEqual(["question one", "answer one", "question two"]);
});

test("taking up what is left twice tells nothing twice", async () => {
  const [{ store }, { told, line, send }] = [disk(), server()];
  line.cut = true;
  const outbox = open(store, send);
  await outbox.add(answered("one"));
  await outbox.restore();
  line.cut = false;
  outbox.wake();
  await outbox.settled();
  expect(told).toEqual(["answer one"]);
});

test("a browser that stores nothing loses nothing while its page is open, and says so", async () => {
  const [{ store, fill }, { told, line, send }] = [disk(), server()];
  fill();
  line.cut = true;
  const outbox = open(store, send);
  await outbox.add(answered("one"));
  expect(outbox.getState()).toMatchObject({ pending: 1, inMemory: true });
  line.cut = false;
  outbox.wake();
  await outbox.settled();
  expect(told).toEqual(["answer one"]);
});

test("a browser whose storage never answers holds nobody up for long", { timeout: 15_000 }, async () => {
  const { told, send } = server();
  const never = <T>() => new Promise<T>(() => undefined);
  const outbox = open({ add: () => never(), list: () => never(), remove: () => never() }, send);
  await outbox.restore();
  await outbox.add(answered("one"));
  await outbox.settled();
  expect(told).toEqual(["answer one"]);
});

test("what was written and the server did not take can still be read", async () => {
  const [{ store }, { line, send }] = [disk(), server()];
  line.refuses = "answer one";
  const outbox = open(store, send);
  await outbox.add(answered("one"));
  await expect(outbox.settled()).rejects.toThrow();
  outbox.close();
  expect(outbox.getState().texts).toEqual(["words"]);
});

test("what the server refuses is kept with its reason, holds back what follows, and can be tried again", async () => {
  const [{ store }, { told, line, send }] = [disk(), server()];
  line.refuses = "answer one";
  const outbox = open(store, send);
  await outbox.add(answered("one"));
  await outbox.add(asked("two"));
  await expect(outbox.settled()).rejects.toMatchObject({ code: "session_ended" });
  expect(outbox.getState()).toMatchObject({ pending: 2, refused: { code: "session_ended" } });
  expect(told).toEqual([]);
  line.refuses = null;
  await outbox.settled();
  expect(told).toEqual(["answer one", "question two"]);
});

test("an answer that is refused for good can be left out, and nothing else can", async () => {
  const [{ store }, { told, line, send }] = [disk(), server()];
  const outbox = open(store, send);
  line.refuses = "question one";
  await outbox.add(asked("one"));
  await expect(outbox.settled()).rejects.toThrow();
  expect(outbox.getState()).toMatchObject({ pending: 1, canLeaveOut: false });
  await outbox.leaveOut();
  expect(outbox.getState()).toMatchObject({ pending: 1 });
  line.refuses = "answer one";
  await outbox.add(answered("one"));
  await outbox.add(asked("two"));
  await expect(outbox.settled()).rejects.toThrow();
  expect(outbox.getState()).toMatchObject({ pending: 2, canLeaveOut: true });
  await outbox.leaveOut();
  await outbox.settled();
  expect(outbox.getState()).toMatchObject({ pending: 0, refused: null, canLeaveOut: false });
  expect(told).toEqual(["question one", "question two"]);
  expect(await store.list()).toEqual([]);
});

test("a question to the server waits until it knows everything, and comes with the network", async () => {
  const [{ store }, { told, line, send }] = [disk(), server()];
  line.cut = true;
  const outbox = open(store, send);
  await outbox.add(answered("one"));
  const asking = outbox.ask(async () => {
    if (line.cut) throw new NetworkError(new Error("no network"));
    return [...told];
  });
  await vi.waitFor(() => expect(outbox.getState().trouble).toBe("offline"));
  line.cut = false;
  outbox.wake();
  expect(await asking).toEqual(["answer one"]);
  expect(outbox.getState().trouble).toBeNull();
});
