import { describe, expect, test } from "vitest";
import type { InvitedQuestion, OpenInvitation } from "../../lib/domain/invitation-view.ts";
import { ROOM_RECORDING } from "../../lib/domain/room-recording.ts";
import { enterRoom, type GivenAnswer, type Phase, type RoomEvent, type RoomState, roomReducer } from "./room-state.ts";

const question = (id: string): InvitedQuestion => ({
  id,
  text: `${id}?`,
  type: "general",
  difficulty: "medium",
  answerSeconds: null,
});

const INVITATION: OpenInvitation = {
  state: "open",
  token: "t",
  organization: "Lighthouse",
  candidateName: "Grace",
  roleTitle: "Keeper",
  introduction: "Welcome ashore.",
  avatar: "default",
  avatarSettings: { name: "Ava", language: "en" },
  questions: [question("one"), question("two"), question("three")],
  minutes: 10,
  recording: ROOM_RECORDING,
  serverVoice: false,
  outside: null,
  consentVersion: null,
};

const ANSWER: GivenAnswer = {
  clientKey: "k",
  text: "words",
  recognizedText: null,
  answeredBy: "text",
  durationSeconds: 3,
  audioQuality: null,
  confidence: null,
  mark: null,
};

const enter = (more: Partial<OpenInvitation> = {}, agreed = false) =>
  enterRoom({ invitation: { ...INVITATION, ...more }, agreed });
const play = (state: RoomState, ...events: RoomEvent[]) => events.reduce(roomReducer, state);

const AGREED = { type: "agreed" } as const;
const CHOSEN = { type: "devices_chosen", choice: { audio: true, video: true } } as const;
const started = (answered: string[] = [], resumed = false) =>
  ({ type: "started", sessionId: "s", answered, resumed, recording: ROOM_RECORDING }) as const;
const INTRODUCED = { type: "introduced" } as const;
const BEGUN = { type: "answer_begun", atMs: 1000, mark: null } as const;
const GIVEN = { type: "answer_given", answer: ANSWER } as const;
const SAVED = { type: "answer_saved" } as const;
const FAILED = { type: "failed", problem: { message: "The server is tired." } } as const;

test("the whole way, from the welcome to the thank-you", () => {
  let state = enter();
  const seen: string[] = [state.phase.name];
  const answering = [BEGUN, GIVEN, SAVED];
  for (const event of [
    AGREED,
    CHOSEN,
    started(),
    INTRODUCED,
    ...answering,
    ...answering,
    ...answering,
    { type: "ended" } as const,
  ]) {
    state = roomReducer(state, event);
    seen.push(state.phase.name);
  }
  const round = ["asking", "answering", "saving"];
  expect(seen).toEqual([
    "welcome",
    "device_check",
    "starting",
    "introducing",
    ...round,
    ...round,
    ...round,
    "finishing",
    "done",
  ]);
  expect(state.answered).toEqual(["one", "two", "three"]);
});

describe("coming back in the middle", () => {
  test("who has agreed goes straight to the devices, and on at the first question without an answer", () => {
    const state = enter({ state: "in_progress" }, true);
    expect(state).toMatchObject({ returning: true, phase: { name: "device_check" } });
    expect(play(state, CHOSEN, started(["one"], true)).phase).toEqual({ name: "asking", sessionId: "s", index: 1 });
  });

  test("who has not agreed to today's words is asked first", () => {
    expect(enter({ state: "in_progress" }, false).phase.name).toBe("welcome");
  });

  test("a question in between that was left open is asked before the end", () => {
    const state = play(enter({ state: "in_progress" }, true), CHOSEN, started(["one", "three"], true));
    expect(state.phase).toMatchObject({ name: "asking", index: 1 });
    expect(play(state, BEGUN, GIVEN, SAVED).phase.name).toBe("finishing");
  });

  test("when everything is answered, only the end is left", () => {
    const state = play(enter({ state: "in_progress" }, true), CHOSEN, started(["one", "two", "three"], true));
    expect(state.phase.name).toBe("finishing");
  });
});

describe("an interview that is open in another window", () => {
  const found = play(enter({ introduction: "" }), AGREED, CHOSEN, { type: "found_elsewhere" });

  test("asks before it goes on here, with the devices that are on already", () => {
    expect(found.phase).toEqual({ name: "elsewhere", choice: { audio: true, video: true } });
    const here = roomReducer(found, { type: "continued_here" });
    expect(here.phase).toMatchObject({ name: "starting", takeOver: true });
    expect(play(here, started([], true)).phase.name).toBe("asking");
  });

  test("leaves this one, and can be taken back with devices that are checked anew", () => {
    const lost = play(found, { type: "continued_here" }, started(["one"], true), { type: "taken_over" });
    expect(lost.phase).toEqual({ name: "elsewhere", choice: null });
    const back = play(lost, { type: "continued_here" });
    expect(back.phase.name).toBe("device_check");
    expect(play(back, CHOSEN).phase).toMatchObject({ name: "starting", takeOver: true });
    expect(play(back, CHOSEN, started(["one"], true)).takeOver).toBe(false);
  });
});

test("what is recorded is what the session says, whatever the page was opened with", () => {
  const recording = { ...ROOM_RECORDING, quality: "SD", video: false } as const;
  const state = play(enter(), AGREED, CHOSEN, { ...started([], true), recording });
  expect(enter().recording).toEqual(ROOM_RECORDING);
  expect(state.recording).toEqual(recording);
  expect(play(state, { type: "taken_over" }).recording).toEqual(recording);
});

test("without an introduction the first question comes at once", () => {
  expect(play(enter({ introduction: " " }), AGREED, CHOSEN, started()).phase).toMatchObject({
    name: "asking",
    index: 0,
  });
});

test("a question can be skipped before it is answered", () => {
  const state = play(enter({ introduction: "" }), AGREED, CHOSEN, started(), GIVEN, SAVED);
  expect(state.phase).toMatchObject({ name: "asking", index: 1 });
});

test("a problem keeps the answer and trying again sends the same one", () => {
  const saving = play(enter({ introduction: "" }), AGREED, CHOSEN, started(), BEGUN, GIVEN);
  const failed = roomReducer(saving, FAILED);
  expect(failed.phase).toMatchObject({ name: "saving", answer: ANSWER, problem: { message: "The server is tired." } });
  expect(roomReducer(failed, { type: "retried" }).phase).toEqual(saving.phase);
});

test("an invitation that is withdrawn closes the room wherever it is, but not after the end", () => {
  const asking = play(enter({ introduction: "" }), AGREED, CHOSEN, started());
  const refused = { type: "refused", reason: "revoked" } as const;
  expect(roomReducer(asking, refused).phase).toEqual({ name: "closed", reason: "revoked" });
  const done: RoomState = { ...asking, phase: { name: "done" } };
  expect(roomReducer(done, refused)).toBe(done);
});

describe("an event that is late or comes twice changes nothing", () => {
  const asking: Phase = { name: "asking", sessionId: "s", index: 1 };
  const state = { ...enter(), phase: asking };
  test.each<RoomEvent>([
    AGREED,
    CHOSEN,
    started(["one"]),
    INTRODUCED,
    SAVED,
    FAILED,
    { type: "retried" },
    { type: "ended" },
  ])("$type while a question is asked", (event) => {
    expect(roomReducer(state, event)).toBe(state);
  });

  test("a second press of Done answers once", () => {
    const saving = play(state, BEGUN, GIVEN);
    expect(roomReducer(saving, GIVEN)).toBe(saving);
  });
});
