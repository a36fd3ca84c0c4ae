import { describe, expect, test } from "vitest";
import { NO_ACCOMMODATIONS } from "../../domain/accommodations.ts";
import type { InvitedQuestion, OpenInvitation } from "../../domain/invitation-view.ts";
import { makePlan, type PlanStep } from "../../domain/room-plan.ts";
import { ROOM_RECORDING } from "../../domain/room-recording.ts";
import {
  enterRoom,
  type GivenAnswer,
  type Handed,
  type Phase,
  type RoomEvent,
  type RoomState,
  roomReducer,
} from "./room-state.ts";

const question = (id: string): InvitedQuestion => ({
  id,
  step: id,
  text: `${id}?`,
  type: "general",
  difficulty: "medium",
  answerSeconds: null,
});

const INVITATION: OpenInvitation = {
  state: "open",
  locale: "en",
  token: "t",
  openUntil: "2027-01-01T00:00:00.000Z",
  localKey: "k",
  organization: "Lighthouse",
  candidateName: "Grace",
  roleTitle: "Keeper",
  introduction: "Welcome ashore.",
  avatar: "default",
  avatarSettings: { name: "Ava", language: "en" },
  questionCount: 3,
  plan: [],
  minutes: 10,
  recording: ROOM_RECORDING,
  serverVoice: false,
  outside: null,
  writesDown: "nowhere",
  browserRecognition: false,
  consentVersion: null,
  notice: { facts: [], agreement: "I agree." },
  consentHash: "0".repeat(64),
  agreed: false,
  deletion: null,
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

const IDS = ["one", "two", "three"];

/** As the server makes it. */
const planOf = (invitation: Pick<OpenInvitation, "introduction">, agreed: boolean, answered: string[] = []) =>
  makePlan({
    agreed,
    hasIntroduction: invitation.introduction.trim() !== "",
    questions: IDS.map((id) => ({
      ...{ id, answered: answered.includes(id) },
      ...{ prepSeconds: null, answerSeconds: null, retakes: 0 },
    })),
    accommodations: NO_ACCOMMODATIONS,
  });

function enter(more: Partial<OpenInvitation> = {}, agreed = false): RoomState {
  const invitation = { ...INVITATION, ...more };
  return enterRoom({ ...invitation, plan: planOf(invitation, agreed && invitation.state === "in_progress") });
}
const play = (state: RoomState, ...events: RoomEvent[]) => events.reduce(roomReducer, state);

/** What the server hands over: the first question without an answer, and the next if that one has been asked. */
function handed({ answered = [], asked = false }: { answered?: string[]; asked?: boolean } = {}): Handed {
  const open = IDS.filter((id) => !answered.includes(id));
  return { questions: open.slice(0, asked ? 2 : 1).map(question), plan: planOf(INVITATION, true, answered) };
}

const AGREED = { type: "agreed" } as const;
const CHOSEN = { type: "devices_chosen", choice: { audio: true, video: true } } as const;
const started = (answered: string[] = [], resumed = false) =>
  ({ type: "started", sessionId: "s", resumed, recording: ROOM_RECORDING, handed: handed({ answered }) }) as const;
const INTRODUCED = { type: "introduced" } as const;
const BEGUN = { type: "answer_begun", atMs: 1000, mark: null } as const;
const GIVEN = { type: "answer_given", answer: ANSWER } as const;
const KEPT = { type: "answer_kept" } as const;
const ahead = (...answered: string[]) => ({ type: "handed_over", handed: handed({ answered, asked: true }) }) as const;
const arrived = (...answered: string[]) => ({ type: "handed_over", handed: handed({ answered }) }) as const;
const FAILED = { type: "failed", problem: { code: "unavailable", message: "The server is tired." } } as const;

const back = (answered: string[] = []) =>
  play(enter({ state: "in_progress", consentVersion: "2026-12" }, true), CHOSEN, started(answered, true));

test("the whole way, from the welcome to the thank-you, is never held up by the server", () => {
  let state = enter();
  const seen: string[] = [state.phase.name];
  for (const event of [
    ...[AGREED, CHOSEN, started(), INTRODUCED],
    ...[BEGUN, ahead(), GIVEN, KEPT],
    ...[BEGUN, ahead("one"), GIVEN, KEPT],
    ...[BEGUN, ahead("one", "two"), GIVEN, KEPT],
    { type: "ended" } as const,
  ]) {
    state = roomReducer(state, event);
    if (seen.at(-1) !== state.phase.name) seen.push(state.phase.name);
  }
  const round = ["asking", "answering", "keeping"];
  const before = ["welcome", "device_check", "starting", "introducing"];
  expect(seen).toEqual([...before, ...round, ...round, ...round, "finishing", "done"]);
  expect(state).toMatchObject({ answered: IDS, unanswered: 0, total: 3 });
});

describe("without a network", () => {
  const first = play(enter({ introduction: "" }), AGREED, CHOSEN, started(), BEGUN);

  test("the next question is there from the start of an answer on, and exactly that one", () => {
    expect(first.ahead).toBeNull();
    const state = roomReducer(first, ahead());
    expect(state.ahead?.id).toBe("two");
    const second = play(state, GIVEN, KEPT);
    expect(second.phase).toMatchObject({ name: "asking", question: { id: "two" }, number: 2 });
    expect(second.ahead).toBeNull();
  });

  test("beyond it the room waits with the answer kept, and goes on when the question comes", () => {
    const waiting = play(first, ahead(), GIVEN, KEPT, BEGUN, GIVEN, KEPT);
    expect(waiting.phase).toMatchObject({ name: "waiting", given: ANSWER, problem: null });
    expect(roomReducer(waiting, arrived("one", "two")).phase).toMatchObject({ name: "asking", number: 3 });
  });

  test("the last answer needs no question after it: the interview finishes", () => {
    const last = play(back(["one", "two"]), BEGUN, GIVEN, KEPT);
    expect(last.phase).toMatchObject({ name: "finishing" });
  });

  test("what the server handed over before it knew the answer is not asked again", () => {
    const waiting = play(first, GIVEN, KEPT);
    expect(waiting.phase.name).toBe("waiting");
    const late = roomReducer(waiting, ahead()); // it still counts the first as open
    expect(late.phase).toMatchObject({ name: "asking", question: { id: "two" }, number: 2 });
    const later = play(late, BEGUN, ahead(), GIVEN, KEPT);
    expect(later.phase.name).toBe("waiting");
    expect(roomReducer(later, ahead())).toBe(later); // both are answered here: another answer of the server follows
    expect(roomReducer(later, arrived("one", "two")).phase).toMatchObject({ question: { id: "three" }, number: 3 });
  });
});

describe("coming back in the middle", () => {
  test("who has agreed goes straight to the devices, and on at the first question without an answer", () => {
    const state = enter({ state: "in_progress", consentVersion: "2026-12" }, true);
    expect(state).toMatchObject({ returning: true, phase: { name: "device_check" } });
    expect(back(["one"]).phase).toEqual({ name: "asking", sessionId: "s", question: question("two"), number: 2 });
  });

  test("who has not agreed to today's words is asked first", () => {
    expect(enter({ state: "in_progress", consentVersion: "before" }, false)).toMatchObject({
      returning: true,
      phase: { name: "welcome" },
    });
  });

  test("a sitting that a program began is nobody's return", () => {
    expect(enter({ state: "in_progress" }, false).returning).toBe(false);
  });

  test("a question in between that was left open is asked before the end", () => {
    const state = back(["one", "three"]);
    expect(state.phase).toMatchObject({ name: "asking", question: { id: "two" }, number: 3 });
    expect(play(state, BEGUN, GIVEN, KEPT).phase.name).toBe("finishing");
  });

  test("when everything is answered, only the end is left", () => {
    expect(back(IDS).phase.name).toBe("finishing");
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
    const again = play(lost, { type: "continued_here" });
    expect(again.phase.name).toBe("device_check");
    expect(play(again, CHOSEN).phase).toMatchObject({ name: "starting", takeOver: true });
    expect(play(again, CHOSEN, started(["one"], true)).takeOver).toBe(false);
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
    number: 1,
  });
});

test("a question can be skipped before it is answered, and the next one is fetched then", () => {
  const state = play(enter({ introduction: "" }), AGREED, CHOSEN, started(), GIVEN, KEPT);
  expect(state.phase.name).toBe("waiting");
  expect(roomReducer(state, arrived("one")).phase).toMatchObject({ name: "asking", number: 2 });
});

test("a problem is told where somebody waits, and trying again asks for the same", () => {
  const waiting = play(enter({ introduction: "" }), AGREED, CHOSEN, started(), BEGUN, GIVEN, KEPT);
  const failed = roomReducer(waiting, FAILED);
  expect(failed.phase).toMatchObject({ name: "waiting", given: ANSWER, problem: { message: "The server is tired." } });
  expect(roomReducer(failed, { type: "retried" }).phase).toEqual(waiting.phase);
});

test("an invitation that is withdrawn closes the room wherever it is, but not after the end", () => {
  const asking = play(enter({ introduction: "" }), AGREED, CHOSEN, started());
  const refused = { type: "refused", reason: "revoked" } as const;
  expect(roomReducer(asking, refused).phase).toEqual({ name: "closed", reason: "revoked" });
  const closed = roomReducer(asking, refused);
  expect(roomReducer(closed, { type: "refused", reason: "not_found" })).toBe(closed);
  const done: RoomState = { ...asking, phase: { name: "done" } };
  expect(roomReducer(done, refused)).toBe(done);
});

describe("the steps of the plan", () => {
  const entered = play(enter(), AGREED, CHOSEN, started());

  /** The same plan with another attempt at the first question after it. */
  const withRetake = (answered: string[], questions: InvitedQuestion[]): RoomEvent => {
    const plan = planOf(INVITATION, true, answered);
    const first = plan.findIndex(({ id }) => id === "one");
    const again: PlanStep = {
      ...{ id: "one/2", kind: "question", done: false, questionId: "one", attempt: 2 },
      ...{ prepSeconds: null, answerSeconds: null, retakes: 0 },
    };
    plan.splice(first + 1, 0, again);
    return { type: "handed_over", handed: { plan, questions } };
  };

  test("are gone through in its order, whatever that is", () => {
    const plan = planOf(INVITATION, true).reverse();
    const first = { type: "handed_over", handed: { plan, questions: ["three", "two"].map(question) } } as const;
    const turned = { ...started(), handed: { plan, questions: [question("three")] } };
    const state = play(enter(), AGREED, CHOSEN, turned);
    expect(state.phase).toMatchObject({ name: "asking", question: { id: "three" }, number: 1 });
    expect(play(state, BEGUN, first, GIVEN, KEPT).phase).toMatchObject({ question: { id: "two" }, number: 2 });
  });

  test("may be another attempt at a question: it is asked again under the same number", () => {
    const again = { ...question("one"), step: "one/2" };
    const state = play(entered, INTRODUCED, BEGUN, withRetake([], [question("one"), again]), GIVEN, KEPT);
    expect(state.phase).toMatchObject({ name: "asking", question: { id: "one", step: "one/2" }, number: 1 });
    expect(state).toMatchObject({ total: 3, unanswered: 3 });
    const next = play(state, BEGUN, withRetake(["one"], [again, question("two")]), GIVEN, KEPT);
    expect(next.phase).toMatchObject({ name: "asking", question: { id: "two" }, number: 2 });
  });

  test("that were added before the last answer was kept are gone through before the end", () => {
    const last = play(back(["one", "two"]), BEGUN);
    const added = makePlan({
      ...{ agreed: true, hasIntroduction: true, accommodations: NO_ACCOMMODATIONS },
      questions: [...IDS, "four"].map((id) => ({
        ...{ id, answered: id === "one" || id === "two" },
        ...{ prepSeconds: null, answerSeconds: null, retakes: 0 },
      })),
    });
    const told = { plan: added, questions: [question("three"), question("four")] };
    const state = play(last, { type: "handed_over", handed: told }, GIVEN, KEPT);
    expect(state).toMatchObject({
      total: 4,
      unanswered: 1,
      phase: { name: "asking", question: { id: "four" }, number: 4 },
    });
  });

  test("an introduction comes where the plan has one, and not a second time after it", () => {
    expect(entered.phase).toMatchObject({ name: "introducing" });
    expect(play(entered, INTRODUCED, BEGUN, ahead(), GIVEN, KEPT).phase).toMatchObject({ name: "asking", number: 2 });
    expect(back().phase.name).toBe("asking");
  });

  test("neither consent nor devices come again in the middle, whatever a later plan says of them", () => {
    const plan = planOf(INVITATION, false).map((step) => ({ ...step, id: `${step.id} anew` }));
    const questions = IDS.map((id) => ({ ...question(id), step: `${id} anew` }));
    const waiting = play(back(), BEGUN, GIVEN, KEPT);
    const state = roomReducer(waiting, {
      type: "handed_over",
      handed: { plan: plan.slice(0, 2).concat(plan.slice(3)), questions },
    });
    expect(state.phase).toMatchObject({ name: "asking", question: { id: "one" } });
  });

  test("a damaged plan of the page still asks for consent first", () => {
    const state = enterRoom({ ...INVITATION, plan: [] });
    expect(state.phase.name).toBe("welcome");
    expect(play(state, AGREED).phase.name).toBe("device_check");
    expect(play(state, AGREED, CHOSEN, started()).phase.name).toBe("introducing");
  });
});

describe("an event that is late or comes twice changes nothing", () => {
  const asking: Phase = { name: "asking", sessionId: "s", question: question("two"), number: 2 };
  const state = { ...enter(), phase: asking };
  test.each<RoomEvent>([
    AGREED,
    CHOSEN,
    started(["one"]),
    INTRODUCED,
    KEPT,
    FAILED,
    { type: "retried" },
    { type: "ended" },
  ])("$type while a question is asked", (event) => {
    expect(roomReducer(state, event)).toBe(state);
  });

  test("a second press of Done answers once", () => {
    const keeping = play(state, BEGUN, GIVEN);
    expect(roomReducer(keeping, GIVEN)).toBe(keeping);
  });

  test("a question that comes after the end", () => {
    const done: RoomState = { ...state, phase: { name: "done" } };
    expect(roomReducer(done, ahead())).toBe(done);
  });
});
