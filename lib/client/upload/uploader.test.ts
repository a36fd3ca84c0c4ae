import { randomUUID } from "node:crypto";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { MAX_PART_BYTES } from "../../contract/upload.ts";
import { startLoopbackServer } from "../../testing/upload-server.ts";
import { uploadApi } from "../interview-api.ts";
import { sha256Hex } from "./part.ts";
import { MemoryPartQueue } from "./part-queue.ts";
import type { UploadState } from "./upload-state.ts";
import { Uploader } from "./uploader.ts";

const QUICK = { minMs: 1, maxMs: 4 };
const newSegment = () => ({ clientKey: randomUUID(), mimeType: "video/webm;codecs=vp8,opus", epoch: 1 });

let server: Awaited<ReturnType<typeof startLoopbackServer>>;
let uploader: Uploader;

beforeEach(async () => {
  server = await startLoopbackServer();
  uploader = new Uploader({ api: uploadApi(randomUUID(), server.origin), backoff: QUICK });
});

afterEach(async () => {
  uploader.close();
  await server.close();
});

const texts = (count: number) => Array.from({ length: count }, (_, index) => `slice ${index};`);

function addAll(segment: ReturnType<typeof newSegment>, slices: string[]): void {
  for (const slice of slices) uploader.add(segment, new Blob([slice]));
}

/** Resolves with the first state that fits. */
function until(fits: (state: UploadState) => boolean): Promise<UploadState> {
  return new Promise((resolve) => {
    const check = () => {
      if (!fits(uploader.getState())) return;
      unsubscribe();
      resolve(uploader.getState());
    };
    const unsubscribe = uploader.subscribe(check);
    check();
  });
}

test("slices arrive in order, each byte once, at the offsets where they belong", async () => {
  const slices = texts(20);
  addAll(newSegment(), slices);
  await uploader.drain();
  expect(server.textOf(0)).toBe(slices.join(""));
  expect(server.stored.map(({ seq }) => seq).sort((a, b) => a - b)).toEqual(slices.map((_, index) => index));
  expect(server.stored.find(({ seq }) => seq === 2)?.offset).toBe(slices.slice(0, 2).join("").length);
});

test("what the browser's storage has not answered for is counted as held by the page alone", async () => {
  const { promise: answers, resolve: answer } = Promise.withResolvers<void>();
  const queue = new MemoryPartQueue();
  const slow = Object.assign(queue, {
    add: (...part: Parameters<MemoryPartQueue["add"]>) =>
      answers.then(() => MemoryPartQueue.prototype.add.apply(queue, part)),
  });
  const waiting = new Uploader({ api: uploadApi(randomUUID(), server.origin), queue: slow, backoff: QUICK });
  waiting.add(newSegment(), new Blob(["12345678"]));
  expect(waiting.getState()).toMatchObject({ bytesBeingKept: 8, pendingBytes: 8 });
  answer();
  await waiting.drain();
  expect(waiting.getState()).toMatchObject({ bytesBeingKept: 0, pendingBytes: 0, bytesInMemory: 0 });
  waiting.close();
});

test("a slice over the limit is sent in several requests", async () => {
  uploader.add(newSegment(), new Blob(["x".repeat(MAX_PART_BYTES + 5)]));
  await uploader.drain();
  expect(server.stored.map(({ bytes }) => bytes.byteLength).sort((a, b) => b - a)).toEqual([MAX_PART_BYTES, 5]);
});

test("every recorder start is a segment of its own, opened once", async () => {
  const [first, second] = [newSegment(), newSegment()];
  addAll(first, ["one "]);
  addAll(second, ["two "]);
  addAll(first, ["late"]);
  await uploader.drain();
  expect([server.textOf(0), server.textOf(1)]).toEqual(["one late", "two "]);
  expect(await uploader.openSegment(second)).toBe(1);
  expect(server.requests.filter((line) => line.startsWith("POST"))).toHaveLength(2);
});

test("dropped connections lose nothing, also when the server had already stored the part", async () => {
  server.faults.push(
    { kind: "drop" },
    { kind: "drop_after_storing" },
    { kind: "drop" },
    { kind: "drop_after_storing" },
  );
  const slices = texts(6);
  addAll(newSegment(), slices);
  await uploader.drain();
  expect(server.textOf(0)).toBe(slices.join(""));
  expect(server.stored).toHaveLength(6);
});

test("the state says offline while the server cannot be reached, and online again after it answers", async () => {
  server.faults.push({ kind: "drop" });
  addAll(newSegment(), ["words"]);
  await until(({ online }) => !online);
  await uploader.drain();
  expect(uploader.getState()).toMatchObject({ online: true, pendingParts: 0, savedBytes: 5 });
});

test.each([
  { status: 507, code: "storage_full" },
  { status: 503, code: "unavailable" },
  { status: 429, code: "too_many_requests" },
  { status: 422, code: "part_mismatch" },
])("a refusal that may pass ($code) is tried again", async (refusal) => {
  await uploader.openSegment(newSegment());
  server.faults.push({ kind: "refuse", ...refusal }, { kind: "refuse", ...refusal });
  const segment = newSegment();
  addAll(segment, ["kept"]);
  await uploader.drain();
  expect(server.textOf(await uploader.openSegment(segment))).toBe("kept");
});

test("a server that is full is asked again when it says, or at once when the room knows better", async () => {
  const segment = newSegment();
  await uploader.openSegment(segment);
  server.faults.push({ kind: "refuse", status: 507, code: "storage_full", retryAfter: 3600 });
  addAll(segment, ["patience"]);
  await until(() => server.requests.length === 2 && server.faults.length === 0);
  expect(server.stored).toHaveLength(0);
  const drained = uploader.drain();
  const waking = setInterval(() => uploader.wake(), 5);
  await drained.finally(() => clearInterval(waking));
  expect(server.textOf(0)).toBe("patience");
});

test("a part that the server kept in another version does not hold up the rest", async () => {
  const segment = newSegment();
  await uploader.openSegment(segment);
  server.faults.push({ kind: "refuse", status: 409, code: "part_conflict" });
  addAll(segment, ["one ", "two"]);
  await uploader.drain();
  expect(server.stored.map(({ seq }) => seq)).toEqual([1]);
});

describe.each([
  { status: 409, code: "session_ended" },
  { status: 410, code: "invitation_revoked" },
  { status: 404, code: "session_not_found" },
])("when the server says $code", (refusal) => {
  test("the upload stops, says why and asks no more", async () => {
    const segment = newSegment();
    await uploader.openSegment(segment);
    server.faults.push({ kind: "refuse", ...refusal });
    addAll(segment, ["too late"]);
    await expect(uploader.drain()).rejects.toMatchObject({ name: "UploadStopped", code: refusal.code });
    const asked = server.requests.length;
    addAll(segment, ["even later"]);
    await expect(uploader.drain()).rejects.toMatchObject({ code: refusal.code });
    expect(server.requests).toHaveLength(asked);
    expect(uploader.getState()).toMatchObject({ pendingParts: 2, stopped: { code: refusal.code } });
  });

  test("a segment that cannot be opened says so to whoever waits for its number", async () => {
    server.faults.push({ kind: "refuse", ...refusal });
    await expect(uploader.openSegment(newSegment())).rejects.toMatchObject({ code: refusal.code });
  });
});

test("what is pending counts from the moment it is added", () => {
  addAll(newSegment(), ["four", "seven.."]);
  expect(uploader.getState()).toMatchObject({ pendingParts: 2, pendingBytes: 11, lastSavedAt: null });
});

test("a segment is closed with the number of its parts once all of them are acknowledged", async () => {
  const segment = newSegment();
  server.faults.push({ kind: "drop" }, { kind: "drop" }, { kind: "drop" });
  addAll(segment, texts(4));
  uploader.endSegment(segment);
  await uploader.drain();
  expect(server.closed).toEqual([{ segment: 0, parts: 4 }]);
  expect(server.requests.at(-1)).toMatch(/close$/);
});

test("what an earlier page left is sent in its own segment, and then that is closed", async () => {
  const queue = new MemoryPartQueue();
  const segment = newSegment();
  const bytes = new Blob(["left over"]);
  const part = {
    segment,
    seq: 3,
    offset: 12,
    size: bytes.size,
    capturedAt: Date.now(),
    sha256: await sha256Hex(bytes),
  };
  await queue.add(part, bytes);
  uploader.close();
  uploader = new Uploader({ api: uploadApi(randomUUID(), server.origin), backoff: QUICK, queue });
  uploader.restore(segment, [part], 4);
  await uploader.drain();
  expect(server.stored).toMatchObject([{ segment: 0, seq: 3, offset: 12 }]);
  expect(server.closed).toEqual([{ segment: 0, parts: 4 }]);
  expect(queue.bytesInMemory()).toBe(0);
});

test("a claim that was taken over still brings what was recorded under it, once its recorder has stopped", async () => {
  const segment = newSegment();
  server.faults.push({ kind: "refuse", status: 409, code: "session_taken_over" });
  addAll(segment, ["before ", "it was heard of"]);
  await until(() => server.requests.length === 1 && server.faults.length === 0);
  expect(server.stored).toEqual([]);
  uploader.endSegment(segment);
  await uploader.drain();
  expect(server.textOf(0)).toBe("before it was heard of");
});

test("what goes up is measured", async () => {
  expect(uploader.bytesPerSecond).toBeNull();
  addAll(newSegment(), ["x".repeat(1000)]);
  await uploader.drain();
  expect(uploader.bytesPerSecond).toBeGreaterThan(0);
});

test("with nothing to send there is nothing to wait for", async () => {
  await uploader.drain();
  expect(server.requests).toEqual([]);
});
