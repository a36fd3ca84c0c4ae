// @vitest-environment happy-dom
import { act } from "react";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { fill, labelled, openPage, press } from "../../../lib/testing/page.ts";
import { QueryProvider } from "../../query-provider.tsx";
import { HeardWords } from "./heard-words.tsx";
import { useHeardWords } from "./use-heard-words.ts";

const SESSION = "5c0f3f34-7a0e-4a53-8a0e-1f4a8a7e7a01";
const idOf = (number: number) => `8ee89711-330c-4ccf-a9a2-e65ad12bbd7${number}`;

type Kept = { state: "waiting" | "written" | "none"; text: string | null; corrected?: boolean };

/** What the server has of each question's answer, what it was asked, and whether it can be reached. */
let server: { answers: Kept[]; asked: string[]; refuses: string | null; isAway: boolean };
let page: Awaited<ReturnType<typeof openPage>>;

async function respond(path: string, { method = "GET", body }: RequestInit = {}): Promise<Response> {
  server.asked.push(`${method} ${path}`);
  if (server.isAway) throw new TypeError("Failed to fetch");
  if (method === "PUT" && server.refuses) {
    const refused = { success: false, message: "Refused.", error: { code: server.refuses, issues: [] } };
    return Response.json(refused, { status: 409 });
  }
  if (method === "PUT") {
    const at = server.answers.findIndex((_, index) => path.includes(idOf(index + 1)));
    server.answers[at] = { state: "written", text: JSON.parse(String(body)).text, corrected: true };
    return Response.json({ success: true, message: "Words corrected" });
  }
  const answers = server.answers.map((kept, index) => ({
    ...{ answer_id: idOf(index + 1), question_id: idOf(index + 1), number: index + 1, question: `Why ${index + 1}?` },
    ...{ credit: null, corrected: false, ...kept },
  }));
  return Response.json({ success: true, answers });
}

function Room({ sessionId, spoken }: { sessionId: string | null; spoken: number }) {
  const heard = useHeardWords({ sessionId, spoken, pending: false });
  return <HeardWords heard={heard} language="en" />;
}

const room = (sessionId: string | null, spoken: number) => (
  <QueryProvider>
    <Room sessionId={sessionId} spoken={spoken} />
  </QueryProvider>
);

/** Lets time pass, and what was asked in it be answered. */
const pass = (ms: number) => act(() => vi.advanceTimersByTimeAsync(ms));
const shown = () => document.body.textContent ?? "";
const puts = () => server.asked.filter((one) => one.startsWith("PUT"));
const told = () => document.querySelector("[role=status]")?.textContent;

beforeEach(async () => {
  vi.useFakeTimers({ shouldAdvanceTime: true });
  vi.stubGlobal("fetch", respond);
  sessionStorage.clear();
  server = { answers: [], asked: [], refuses: null, isAway: false };
  page = await openPage(room(SESSION, 1));
  await pass(0);
});
afterEach(async () => {
  await page.close();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

test("nothing shows where nothing is written down, and before there is a sitting nothing is asked", async () => {
  expect(document.querySelector("section")).toBeNull();
  await pass(90_000);
  const before = server.asked.length;
  await pass(600_000);
  expect(server.asked).toHaveLength(before);
  await page.close();
  page = await openPage(room(null, 0));
  await pass(10_000);
  expect(server.asked).toHaveLength(before);
});

test("words that are waited for come by themselves, are told, and take no focus", async () => {
  server.answers = [{ state: "waiting", text: null }];
  await pass(3_100);
  expect(shown()).toContain("You need not wait.");
  server.answers = [{ state: "written", text: "I red the plan." }];
  await pass(3_100);
  expect(labelled<HTMLTextAreaElement>("What you said to question 1").value).toBe("I red the plan.");
  expect(told()).toBe("We wrote down your answer to question 1.");
  expect(document.activeElement).toBe(document.body);
  const asked = server.asked.length;
  await pass(120_000);
  expect(server.asked).toHaveLength(asked);
});

test("what is right is folded, and asked about no more after a reload", async () => {
  server.answers = [{ state: "written", text: "I read the plan." }];
  await pass(3_100);
  await press("That is right");
  expect(document.querySelector("details")?.open).toBe(false);
  expect(document.activeElement?.tagName).toBe("SUMMARY");
  await page.close();
  page = await openPage(room(SESSION, 1));
  await pass(100);
  expect(shown()).toContain("Right as it was heard");
  expect(puts()).toEqual([]);
});

test("a correction is saved under its own answer, and the other stays as it was heard", async () => {
  server.answers = [
    { state: "written", text: "I red it." },
    { state: "written", text: "I wrote it." },
  ];
  await page.show(room(SESSION, 2));
  await pass(3_100);
  await fill(labelled("What you said to question 1"), "I read it.");
  await press("Save the correction");
  await pass(100);
  expect(puts()).toEqual([`PUT /api/interview/session/${SESSION}/answers/${idOf(1)}/words`]);
  expect(server.answers).toMatchObject([{ text: "I read it." }, { text: "I wrote it." }]);
  expect(shown()).toContain("Put right by you");
  expect(document.querySelectorAll("details[open]")).toHaveLength(1);
});

test("words of the next answer leave a correction in the making alone", async () => {
  server.answers = [{ state: "written", text: "I red it." }];
  await pass(3_100);
  await fill(labelled("What you said to question 1"), "I read it");
  server.answers.push({ state: "written", text: "Other words." });
  await page.show(room(SESSION, 2));
  await pass(3_100);
  expect(labelled<HTMLTextAreaElement>("What you said to question 1").value).toBe("I read it");
  expect(labelled<HTMLTextAreaElement>("What you said to question 2").value).toBe("Other words.");
});

test("an answer after a reload is waited for, whatever was there before it", async () => {
  server.answers = [{ state: "written", text: "I read it." }];
  await page.close();
  page = await openPage(room(SESSION, 0));
  await pass(100);
  server.answers.push({ state: "waiting", text: null });
  await page.show(room(SESSION, 1));
  await pass(3_100);
  server.answers[1] = { state: "written", text: "Other words." };
  await pass(3_100);
  expect(labelled<HTMLTextAreaElement>("What you said to question 2").value).toBe("Other words.");
});

test("a correction that cannot be saved is kept, through a reload, and can be saved then", async () => {
  server.answers = [{ state: "written", text: "I red it." }];
  await pass(3_100);
  await fill(labelled("What you said to question 1"), "I read it.");
  server.isAway = true;
  await press("Save the correction");
  await pass(100);
  expect(shown()).toContain("The server cannot be reached just now.");
  expect(shown()).toContain("What you wrote is kept in this tab.");
  await page.close();
  server.isAway = false;
  page = await openPage(room(SESSION, 1));
  await pass(100);
  expect(labelled<HTMLTextAreaElement>("What you said to question 1").value).toBe("I read it.");
  await press("Save the correction");
  await pass(100);
  expect(server.answers).toMatchObject([{ text: "I read it." }]);
});

test.each([
  ["session_ended", "more than half an hour"],
  ["session_limit_reached", "no room left"],
  ["deletion_requested", "Refused."],
])("a correction that is refused says why (%s) and can be undone", async (code, words) => {
  server.answers = [{ state: "written", text: "I red it." }];
  await pass(3_100);
  await fill(labelled("What you said to question 1"), "I read it.");
  server.refuses = code;
  await press("Save the correction");
  await pass(100);
  expect(shown()).toContain(words);
  await press("Undo my changes");
  expect(labelled<HTMLTextAreaElement>("What you said to question 1").value).toBe("I red it.");
  expect(shown()).not.toContain(words);
});

test("an empty correction is not sent", async () => {
  server.answers = [{ state: "written", text: "I red it." }];
  await pass(3_100);
  await fill(labelled("What you said to question 1"), " ");
  await press("Save the correction");
  expect(shown()).toContain("Nothing is written here.");
  expect(puts()).toEqual([]);
});

test("answers without words are named and ask for nothing", async () => {
  server.answers = [
    { state: "written", text: "" },
    { state: "none", text: null },
  ];
  await page.show(room(SESSION, 2));
  await pass(3_100);
  expect(shown()).toContain("In your answer to question 1 no words were heard.");
  expect(shown()).toContain("Your answer to question 2 is not written down yet.");
  expect(document.querySelector("textarea")).toBeNull();
});
