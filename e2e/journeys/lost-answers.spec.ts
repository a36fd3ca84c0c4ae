import type { Page } from "playwright/test";
import { db } from "../../lib/db/client.ts";
import { agree } from "../support/agree.ts";
import { answer, expect, expectAccessible, QUESTIONS, sessionIdOf, test } from "../support/journey.ts";
import { tellOnline } from "../support/record.ts";

const ANSWERS = [
  "First I would measure.",
  "I would use a key for each payment.",
  "I rolled it back and told everyone.",
];

/** From the opened link to the first question, without camera and microphone. */
async function beginTyped(page: Page): Promise<string> {
  await agree(page);
  const started = sessionIdOf(page);
  await page.getByRole("button", { name: "Type my answers instead" }).click();
  await page.getByRole("button", { name: "Show the first question" }).click();
  return started;
}

/** Begins to answer, and waits until the question after it is held. */
async function beginAnswer(page: Page): Promise<void> {
  const handed = page.waitForResponse((response) => response.url().endsWith("/next-questions"));
  await page.getByRole("button", { name: "Start answering" }).click();
  await (await handed).finished();
}

async function finishAnswer(page: Page, text: string, button = "Done, next question"): Promise<void> {
  await page.getByRole("textbox", { name: "Your answer" }).fill(text);
  await page.getByRole("button", { name: button }).click();
}

const asked = (page: Page, number: number) =>
  expect(page.getByRole("main").getByText(`Question ${number} of 3`)).toBeVisible();

/** What the server has, in the order in which it came. */
async function told(sessionId: string) {
  const { status, questions, answers } = await db().session.findUniqueOrThrow({
    where: { id: sessionId },
    include: { questions: { orderBy: { position: "asc" } }, answers: { orderBy: { position: "asc" } } },
  });
  const questionOf = (id: string) => questions.findIndex((question) => question.id === id);
  return {
    status,
    questions: questions.length,
    answers: answers.map(({ text, questionId }) => [questionOf(questionId), text]),
  };
}

test("who loses the network just goes on, and everything arrives once and in order when it is back", async ({
  page,
  line,
  tenant,
  baseURL,
}) => {
  const { url } = await tenant.invite();
  const opened = await page.goto(url.replace(baseURL ?? "", line.origin));
  const [, secondQuestion = "", thirdQuestion = ""] = QUESTIONS.map(({ text }) => text);
  expect(await opened?.text()).not.toContain(secondQuestion);
  const sessionId = await beginTyped(page);

  await beginAnswer(page);
  line.cut();
  await finishAnswer(page, ANSWERS[0] ?? "");
  await asked(page, 2);
  await expect(page.getByRole("heading", { name: secondQuestion })).toBeFocused();
  await page.getByRole("button", { name: "Start answering" }).click();
  await expect(page.getByText("0:02")).toBeVisible();
  await finishAnswer(page, ANSWERS[1] ?? "");
  await expect(page.getByRole("heading", { name: "Your answer is kept" })).toBeVisible();
  await expect(page.getByRole("status").filter({ hasText: "comes with the connection" })).toBeVisible();
  await expect(page.getByText(/^The clock stands still at 0:0\d/)).toBeVisible();
  await expectAccessible(page);
  expect((await page.content()).includes(thirdQuestion)).toBe(false);
  expect(await told(sessionId)).toMatchObject({ answers: [] });

  line.restore();
  await tellOnline(page);
  await asked(page, 3);
  const both = [0, 1].map((index) => [index, ANSWERS[index]]);
  await expect.poll(() => told(sessionId)).toEqual({ status: "active", questions: 3, answers: both });

  line.cut();
  await answer(page, ANSWERS[2] ?? "", { last: true });
  await expect(page.getByText("Your answers are kept on this device until they are.")).toBeVisible();
  page.once("dialog", (dialog) => dialog.accept());
  await page.goto("about:blank");
  line.restore();
  await page.goto(`${line.origin}/sign-in`); // any page of the site
  const all = [...both, [2, ANSWERS[2]]];
  await expect.poll(() => told(sessionId)).toEqual({ status: "completed", questions: 3, answers: all });
});

test("an answer that waits when the page is reloaded goes before the next question is asked", async ({
  page,
  line,
  tenant,
  baseURL,
}) => {
  const { url } = await tenant.invite();
  const address = url.replace(baseURL ?? "", line.origin);
  await page.goto(address);
  const sessionId = await beginTyped(page);
  await beginAnswer(page);
  line.cut();
  await finishAnswer(page, ANSWERS[0] ?? "");
  await asked(page, 2);
  await page.getByRole("button", { name: "Start answering" }).click();
  await page.getByRole("textbox", { name: "Your answer" }).fill("Half an answ");
  page.once("dialog", (dialog) => dialog.accept());
  await page.goto("about:blank");
  line.restore();
  await page.goto(address);
  await page.getByRole("button", { name: "Type my answers instead" }).click();
  await asked(page, 2);
  await page.getByRole("button", { name: "Start answering" }).click();
  await expect(page.getByRole("textbox", { name: "Your answer" })).toHaveValue("Half an answ");
  expect(await told(sessionId)).toMatchObject({ questions: 2, answers: [[0, ANSWERS[0]]] });
});
