import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import type { PlanStep } from "../../contract/interview-answers.ts";
import type { OpenInvitation } from "../../domain/invitation-view.ts";
import { openBrowser, openRecorder } from "../../testing/room/browser.ts";
import { IDS, invitationTo } from "../../testing/room/plan.ts";
import { startRoomServer } from "../../testing/room/room-server.ts";
import { event } from "../../words/happened.ts";
import { videoLimits } from "../recorder/quality.ts";
import type { GivenAnswer } from "./room-state.ts";
import { Sitting } from "./sitting.ts";

const QUICK = { minMs: 1, maxMs: 2 };
const TYPED = { audio: false, video: false };
const RECORDED = { audio: true, video: true };
const [ONE = "", TWO = "", THREE = ""] = IDS;

/** As long as a busy machine takes. */
const waitFor = <T>(check: () => T) => vi.waitFor(check, { timeout: 10_000 });

let browser: ReturnType<typeof openBrowser>;
let media: ReturnType<typeof openRecorder>;
let server: Awaited<ReturnType<typeof startRoomServer>>;
let sitting: Sitting;
let close: () => void;

beforeEach(async () => {
  server = await startRoomServer();
  openPage();
});
afterEach(async () => {
  close();
  vi.useRealTimers();
  vi.unstubAllGlobals();
  await server.close();
});

/** Another page of a browser that has kept nothing. */
function openPage(over: Partial<OpenInvitation> = {}): void {
  browser = openBrowser();
  media = openRecorder();
  for (const [name, value] of Object.entries({ ...browser.globals, fetch: server.fetch })) vi.stubGlobal(name, value);
  sitting = new Sitting(invitationTo(over), { startSegment: media.start, backoff: QUICK });
  close = sitting.open();
}

const phase = () => sitting.getState().room.phase;
const until = (name: ReturnType<typeof phase>["name"]) => waitFor(() => expect(phase().name).toBe(name));
const untilAsked = (id: string) => waitFor(() => expect(phase()).toMatchObject({ name: "asking", question: { id } }));
const paths = () => server.told.map(({ path }) => path.split("/").slice(-2).join("/"));

const words = (text: string): GivenAnswer => ({
  ...{ clientKey: crypto.randomUUID(), text, recognizedText: null, answeredBy: "text", durationSeconds: 3 },
  ...{ audioQuality: null, confidence: null, mark: null },
});

/** The network comes back, and the browser says so. */
function restore(): void {
  server.isCut = false;
  browser.window.dispatchEvent(new Event("online"));
}

/** From the opened page to the first question. */
async function begin(choice = TYPED): Promise<void> {
  await sitting.agree();
  if (choice.audio) await sitting.recorder.devices.turnOn({ video: videoLimits("HD"), audio: true });
  sitting.chooseDevices(choice);
  await until("introducing");
  sitting.introduced();
  await untilAsked(ONE);
}

/** Answers the question on the screen, once the next one is here where there is one. */
async function answer(text: string, { isLast = false } = {}): Promise<void> {
  sitting.beginAnswer();
  if (!isLast) await waitFor(() => expect(sitting.getState().room.ahead).not.toBeNull());
  sitting.giveAnswer(words(text));
  await waitFor(() => expect(["answering", "keeping"]).not.toContain(phase().name));
}

async function finish(): Promise<void> {
  await answer("three", { isLast: true });
  await until("done");
}

test("the whole way, written: everything is told once and in order, and nothing is recorded", async () => {
  const seen: string[] = [];
  sitting.subscribe(() => seen.at(-1) === phase().name || seen.push(phase().name));
  await begin();
  await answer("one");
  await answer("two");
  await finish();
  const asked = ["asking", "answering", "keeping"];
  expect(seen).toEqual([
    ...["welcome", "device_check", "starting", "introducing"],
    ...[...asked, ...asked, ...asked, "finishing", "done"],
  ]);
  expect([...server.answers.values()]).toEqual(["one", "two", "three"]);
  expect(server.ended).toBe(true);
  expect(media.segments).toEqual([]);
  const told = paths().filter((path) => !path.endsWith("claim") && !path.endsWith("next-questions"));
  expect(told).toEqual([
    ...["consent", "session/start"],
    ...["question/add", "answer/add", "question/add", "answer/add", "question/add", "answer/add"],
    "session/end",
  ]);
});

test("the whole way, recorded: every question has its place in the recording, and the end turns all off", async () => {
  await begin(RECORDED);
  expect(sitting.recorder.getState().state).toBe("recording");
  media.give();
  await answer("one");
  await answer("two");
  await finish();
  const asked = server.told.filter(({ path }) => path === "question/add");
  expect(asked.map(({ body }) => body.question_data)).toMatchObject(IDS.map(() => ({ media: { segment: 0 } })));
  expect(browser.on()).toEqual([]);
  expect(sitting.recorder.getState()).toMatchObject({ state: "idle", upload: { pendingParts: 0 } });
  expect(server.count("/close")).toBe(1);
});

describe("a network that is lost and comes back", () => {
  /** From the moment on, which may be over before anybody looks again. */
  const untilStruggling = () =>
    new Promise<void>((resolve) => {
      const look = () => sitting.getState().struggling && resolve();
      sitting.subscribe(look);
      look();
    });

  test("while agreeing: nothing goes on before the server has it, and then it does by itself", async () => {
    server.isCut = true;
    const agreeing = sitting.agree();
    await untilStruggling();
    expect(sitting.getState()).toMatchObject({ consent: { isPending: true }, room: { phase: { name: "welcome" } } });
    restore();
    await agreeing;
    expect(phase().name).toBe("device_check");
    expect(sitting.getState()).toMatchObject({ consent: { isPending: false, problem: null }, struggling: false });
  });

  test("while the session is opened", async () => {
    await sitting.agree();
    server.isCut = true;
    sitting.chooseDevices(TYPED);
    await untilStruggling();
    restore();
    await until("introducing");
    expect(server.count("session/start")).toBe(1);
  });

  test("while the session is claimed", async () => {
    server.refusals.set("/claim", { status: 503, code: "unavailable" });
    await sitting.agree();
    sitting.chooseDevices(TYPED);
    await untilStruggling();
    server.refusals.clear();
    await until("introducing");
    expect(server.count("/claim")).toBe(1);
  });

  test("while an issue is told: the interview goes on, and it arrives once", async () => {
    await begin();
    server.isCut = true;
    sitting.tell(event("no_camera:at_start"));
    sitting.beginAnswer();
    expect(phase().name).toBe("answering");
    restore();
    await waitFor(() => expect(server.count("issue/add")).toBe(1));
  });

  test("while answering: the next question is here already, and all arrives once and in order", async () => {
    await begin();
    sitting.beginAnswer();
    await waitFor(() => expect(sitting.getState().room.ahead?.id).toBe(TWO));
    server.isCut = true;
    sitting.giveAnswer(words("one"));
    await untilAsked(TWO);
    sitting.beginAnswer();
    sitting.giveAnswer(words("two"));
    await until("waiting");
    expect(sitting.outbox.getState()).toMatchObject({ pendingAnswers: 2, inMemory: true });
    expect(server.answers.size).toBe(0);
    restore();
    await untilAsked(THREE);
    expect([...server.answers]).toEqual([
      [ONE, "one"],
      [TWO, "two"],
    ]);
    await finish();
    expect(server.count("answer/add")).toBe(3);
  });

  test("while it ends: nothing is recorded any more, and the end arrives", async () => {
    await begin(RECORDED);
    await answer("one");
    await answer("two");
    server.isCut = true;
    await answer("three", { isLast: true });
    expect(phase()).toMatchObject({ name: "finishing", problem: null });
    await waitFor(() => expect(browser.on()).toEqual([]));
    restore();
    await until("done");
    expect(server.ended).toBe(true);
  });
});

describe("a server that fails", () => {
  test("to open the session is asked seven times, and once more when the candidate says so", async () => {
    server.refusals.set("session/start", { status: 500, code: "internal" });
    await sitting.agree();
    sitting.chooseDevices(TYPED);
    await waitFor(() => expect(phase()).toMatchObject({ name: "starting", problem: { code: "internal" } }));
    server.refusals.clear();
    sitting.retry();
    await until("introducing");
  });

  test("to keep the consent says so, and nothing goes on without it", async () => {
    server.refusals.set("consent", { status: 409, code: "consent_unknown" });
    await sitting.agree();
    expect(sitting.getState().consent).toMatchObject({ isPending: false, problem: { code: "consent_unknown" } });
    expect(phase().name).toBe("welcome");
    server.refusals.clear();
    await Promise.all([sitting.agree(), sitting.agree()]); // pressed twice
    expect(phase().name).toBe("device_check");
    expect(server.count("consent")).toBe(1);
  });

  test("to hand over what comes next leaves nobody waiting without a word", async () => {
    await begin();
    server.keepsBack = true;
    sitting.giveAnswer(words("one"));
    await waitFor(() => expect(phase()).toMatchObject({ name: "waiting", problem: { code: "nothing_handed_over" } }));
    server.keepsBack = false;
    sitting.retry();
    await untilAsked(TWO);
  });

  test("an answer that it refuses holds nobody up, and the interview can end without it", async () => {
    await begin();
    server.refusals.set("answer/add", { status: 422, code: "invalid_fields" });
    await answer("one");
    await waitFor(() => expect(sitting.outbox.getState()).toMatchObject({ canLeaveOut: true }));
    expect(phase()).toMatchObject({ name: "asking", question: { id: TWO } });
    await sitting.tellAgain();
    expect(sitting.outbox.getState().refused).toMatchObject({ code: "invalid_fields" });
    server.refusals.clear();
    await sitting.leaveOut();
    await answer("two", { isLast: true }); // what was left out takes the place of what would be handed over ahead
    await untilAsked(THREE);
    await finish();
    expect([...server.answers]).toEqual([
      [TWO, "two"],
      [THREE, "three"],
    ]);
  });
});

describe("who comes back", () => {
  beforeEach(() => {
    close();
    server.epoch = 1;
    server.asked.add(ONE).add(TWO);
    server.answers.set(ONE, "one");
    openPage({ state: "in_progress", agreed: true, consentVersion: "2026-12" });
  });

  test("goes straight to the devices, is not introduced again, and on at the first question without an answer", async () => {
    expect(phase().name).toBe("device_check");
    sitting.chooseDevices(TYPED);
    await untilAsked(TWO);
    expect(sitting.getState().room).toMatchObject({ total: 3, unanswered: 2, phase: { number: 2 } });
    await answer("two");
    await finish();
    expect(server.count("consent")).toBe(0);
  });

  test("with everything answered has only the end left", async () => {
    for (const id of IDS) server.answers.set(id, "words");
    sitting.chooseDevices(TYPED);
    await until("done");
  });
});

describe("another window", () => {
  test("that has the interview is asked about before this one takes it over", async () => {
    server.holder = "another page";
    server.epoch = 1;
    await sitting.agree();
    sitting.chooseDevices(TYPED);
    await until("elsewhere");
    sitting.continueHere();
    await untilAsked(ONE); // it has begun before: no introduction
    expect(server.epoch).toBe(2);
  });

  test("that takes it over ends the recording here, and it can be taken back", async () => {
    vi.useFakeTimers({ toFake: ["setInterval", "clearInterval"] });
    await begin(RECORDED);
    server.holder = "another page";
    server.epoch = 2;
    await vi.advanceTimersByTimeAsync(5_000); // the next sign of life
    await until("elsewhere");
    expect(browser.on()).toEqual([]);
    await waitFor(() => expect(sitting.recorder.getState().state).toBe("idle"));
    sitting.continueHere();
    expect(phase().name).toBe("device_check");
    await sitting.recorder.devices.turnOn({ video: null, audio: true });
    sitting.chooseDevices({ audio: true, video: false });
    await untilAsked(ONE);
    expect(server.epoch).toBe(3);
    expect(sitting.recorder.getState().state).toBe("recording");
  });
});

describe("an invitation that is withdrawn", () => {
  test("closes the room from whatever tells of it, and what was written can still be read", async () => {
    await begin(RECORDED);
    localStorage.setItem(
      "talentflow.drafts.k",
      JSON.stringify({ until: Date.now() + 60_000, drafts: { [TWO]: { text: "Half an answ", heard: "" } } }),
    );
    server.refusals.set("answer/add", { status: 410, code: "invitation_revoked" });
    sitting.giveAnswer(words("one"));
    await until("closed");
    expect(phase()).toEqual({ name: "closed", reason: "revoked" });
    await waitFor(() => expect(sitting.recorder.getState().state).toBe("idle"));
    expect(sitting.outbox.getState().texts).toEqual(["one"]);
    expect(sitting.getState().unfinished).toEqual(["Half an answ"]);
    expect(localStorage.getItem("talentflow.drafts.k")).toBeNull();
    expect(browser.on()).toEqual([]);
  });

  test("is told also to who only waits for the session", async () => {
    server.refusals.set("session/start", { status: 410, code: "invitation_revoked" });
    await sitting.agree();
    sitting.chooseDevices(TYPED);
    await until("closed");
  });
});

describe("whatever becomes of the plan on its way, the interview can be taken", () => {
  const practice = { id: "practice", kind: "practice", done: false, question: null };

  test.each<[string, (plan: PlanStep[]) => unknown]>([
    [
      "with steps that this page does not know",
      ([first, ...rest]) => [first, practice, ...rest, { ...practice, id: "p" }],
    ],
    ["without one, as of an older server", () => undefined],
    ["damaged", (plan) => plan.map((step) => ({ ...step, id: 7 }))],
    ["cut off", (plan) => plan.slice(0, 4)],
    ["backwards", (plan) => plan.reverse()],
    ["twice", (plan) => [...plan, ...plan]],
  ])("%s", async (_, change) => {
    server.plan = change;
    await begin();
    await answer("one");
    await answer("two");
    await finish();
    expect([...server.answers.values()]).toEqual(["one", "two", "three"]);
  });
});

test("a page that goes away asks for nothing more and turns all off", async () => {
  await begin(RECORDED);
  close();
  const told = server.told.length;
  sitting.beginAnswer();
  await sitting.tellAgain();
  browser.window.dispatchEvent(new Event("online"));
  expect(browser.on()).toEqual([]);
  expect(phase().name).toBe("asking");
  expect(server.told.slice(told).filter(({ path }) => !/segments|claim/.test(path))).toEqual([]);
});
