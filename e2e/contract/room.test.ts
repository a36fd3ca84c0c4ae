import { afterEach, expect, inject, test, vi } from "vitest";
import type { GivenAnswer } from "../../lib/client/room/room-state.ts";
import { Sitting } from "../../lib/client/room/sitting.ts";
import { db } from "../../lib/db/client.ts";
import { getInvitationView } from "../../lib/sitting/get-invitation.ts";
import { openBrowser } from "../../lib/testing/room/browser.ts";
import { startTcpProxy, type TcpProxy } from "../support/tcp-proxy.ts";
import { newTenant } from "../support/tenant.ts";

/* The engine of the candidate's room without its views, against the whole server, through a line that can be cut. */

const TYPED = { audio: false, video: false };
const LIMITS = { prepSeconds: 30, answerSeconds: 60, retakes: 1 };
const QUESTIONS = [
  { text: "How do you keep a light burning?", type: "technical", keywords: ["paraffin"], ...LIMITS },
  { text: "What do you do in a storm?", type: "situational", idealAnswer: "With patience.", ...LIMITS },
  {
    text: "When was the fog thickest?",
    type: "behavioral",
    difficulty: "hard",
    rubricNotes: "Calm is strong.",
    ...LIMITS,
  },
];
const SECRETS = ["paraffin", "patience", "fog", "behavioral", "hard", "Calm is strong"];
const tenant = await newTenant(QUESTIONS);

let line: TcpProxy | undefined;
let closePage: (() => void) | undefined;
afterEach(async () => {
  closePage?.();
  vi.unstubAllGlobals();
  await line?.close();
  line = undefined;
});

/** A page of a browser that stores nothing. `heard` is every word that the server has sent to it. */
async function openPage(token: string) {
  line ??= await startTcpProxy(inject("baseUrl"));
  const { origin } = line;
  const { fetch: natively } = globalThis;
  const heard: string[] = [];
  const fetch = async (path: string, init?: RequestInit) => {
    const response = await natively(`${origin}${path}`, init);
    heard.push(await response.clone().text());
    return response;
  };
  const browser = openBrowser();
  const invitation = await getInvitationView(token);
  if (!("plan" in invitation)) throw new Error("it can be taken");
  for (const [name, value] of Object.entries({ ...browser.globals, fetch })) vi.stubGlobal(name, value);
  const sitting = new Sitting(invitation, { backoff: { minMs: 20, maxMs: 100 } });
  const close = sitting.open();
  closePage = () => {
    close();
    vi.unstubAllGlobals();
  };
  return { sitting, browser, invitation, heard };
}

const phaseOf = (sitting: Sitting) => sitting.getState().room.phase;
const until = (sitting: Sitting, name: string) =>
  vi.waitFor(() => expect(phaseOf(sitting).name).toBe(name), { timeout: 10_000 });
const untilAsked = (sitting: Sitting, number: number) =>
  vi.waitFor(() => expect(phaseOf(sitting)).toMatchObject({ name: "asking", number }), { timeout: 10_000 });

function answer(sitting: Sitting, text: string): void {
  const given: GivenAnswer = {
    ...{ clientKey: crypto.randomUUID(), text, recognizedText: null, answeredBy: "text", durationSeconds: 3 },
    ...{ audioQuality: null, confidence: null, mark: null },
  };
  sitting.giveAnswer(given);
}

async function beginAnswer(sitting: Sitting): Promise<void> {
  sitting.beginAnswer();
  await vi.waitFor(() => expect(sitting.getState().room.ahead).not.toBeNull(), { timeout: 10_000 });
}

/** What the server has of an interview, in the order in which it was asked. */
async function kept(interviewId: string) {
  const { status, questions } = await db().session.findUniqueOrThrow({
    where: { interviewId },
    include: { questions: { orderBy: { position: "asc" }, include: { answers: true } } },
  });
  return { status, answers: questions.map(({ text, answers }) => [text, answers.map((one) => one.text)]) };
}

test("an interview is taken by the server's plan, a lost network stops nobody, and nobody reads ahead", async () => {
  const { token, interviewId } = await tenant.invite();
  const { sitting, browser, invitation, heard } = await openPage(token);
  await sitting.agree();
  sitting.chooseDevices(TYPED);
  await until(sitting, "introducing");
  expect(sitting.getState().room.plan.map(({ id }) => id)).toEqual(invitation.plan.map(({ id }) => id));
  sitting.introduced();
  await untilAsked(sitting, 1);
  await beginAnswer(sitting);
  line?.cut();
  answer(sitting, "one");
  await untilAsked(sitting, 2);
  sitting.beginAnswer();
  answer(sitting, "two");
  await until(sitting, "waiting");
  const before = JSON.stringify([invitation, heard]);
  expect(before).toContain("storm");
  for (const secret of SECRETS) expect(before).not.toContain(secret);
  line?.restore();
  browser.window.dispatchEvent(new Event("online"));
  await untilAsked(sitting, 3);
  sitting.beginAnswer();
  answer(sitting, "three");
  await until(sitting, "done");
  expect(await kept(interviewId)).toEqual({
    status: "completed",
    answers: QUESTIONS.map(({ text }, at) => [text, [["one", "two", "three"][at]]]),
  });
});

test("a second page goes on where the first one stopped, with the time that was granted in its plan", async () => {
  const { token, interviewId } = await tenant.invite();
  await db().interview.update({ where: { id: interviewId }, data: { accommodations: { time_factor: 1.5 } } });
  const first = await openPage(token);
  await first.sitting.agree();
  first.sitting.chooseDevices(TYPED);
  await until(first.sitting, "introducing");
  first.sitting.introduced();
  await untilAsked(first.sitting, 1);
  await beginAnswer(first.sitting);
  answer(first.sitting, "one");
  await untilAsked(first.sitting, 2);
  await vi.waitFor(async () => expect((await kept(interviewId)).answers).toHaveLength(2), { timeout: 10_000 });
  closePage?.();

  const { sitting } = await openPage(token);
  expect(phaseOf(sitting).name).toBe("device_check");
  sitting.chooseDevices(TYPED);
  await vi.waitFor(() => expect(["elsewhere", "asking"]).toContain(phaseOf(sitting).name), { timeout: 10_000 });
  sitting.continueHere(); // the first one's silence has not told yet that it is gone
  await untilAsked(sitting, 2);
  const { plan } = sitting.getState().room;
  expect(plan.filter(({ kind }) => kind === "question")).toMatchObject(
    QUESTIONS.map((_, at) => ({ done: at === 0, attempt: 1, prepSeconds: 45, answerSeconds: 90, retakes: 1 })),
  );
});
