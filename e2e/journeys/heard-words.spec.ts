import type { Page } from "playwright/test";
import { hear, listAnswers } from "../support/heard-answers.ts";
import {
  begin,
  expect,
  expectAccessible,
  expectNoSidewaysScroll,
  test as journey,
  signIn,
} from "../support/journey.ts";
import { startServer, type TestServer } from "../support/server.ts";
import { talentflow } from "../support/server-client.ts";

/* A server that writes down what is said. There is no model: what it hears is the test's. */

const ABSENT = "/no/model/lies/here";
const HEARD = "First I would red the query plan, then add the missing index.";
const SAID = "First I would read the query plan, then add the missing index.";
const LATE = "I told everyone and rolled it back.";

const test = journey.extend<{ server: TestServer }>({
  server: async ({ browserName: _ }, use) => {
    const server = await startServer(null, { SPEECH_MODEL: ABSENT });
    await use(server);
    await server.remove();
  },
});

async function invite(server: TestServer): Promise<string> {
  const { url } = await talentflow<{ url: string }>(
    server,
    ...["invite", "--name", "Grace Hopper", "--email", "grace@example.com"],
  );
  return url;
}

/** Says something, and writes nothing. */
async function speak(page: Page, { last = false } = {}): Promise<void> {
  await page.getByRole("button", { name: "Start answering" }).click();
  await expect(page.getByText(/^0:0?3/)).toBeVisible({ timeout: 60_000 });
  await page.getByRole("button", { name: last ? "Done, finish the interview" : "Done, next question" }).click();
}

/** One answer, once the server has it. */
async function answerNumber(server: TestServer, number: number) {
  await expect.poll(async () => (await listAnswers(server)).length, { timeout: 30_000 }).toBeGreaterThanOrEqual(number);
  const answer = (await listAnswers(server))[number - 1];
  if (!answer) throw new Error(`there is no answer ${number}`);
  return answer;
}

const field = (page: Page, number: number) =>
  page.getByRole("textbox", { name: `What you said to question ${number}` });
const status = (page: Page, number: number, state: string) =>
  page
    .locator("summary")
    .filter({ hasText: `Question ${number}` })
    .getByText(state);

test("a candidate puts right what was heard of them, and both wordings are kept", async ({
  server,
  quietPage: page,
}) => {
  await page.goto(await invite(server));
  await expect(page.getByText("written down on this server")).toBeVisible();
  await begin(page);
  await expect(page.getByRole("checkbox", { name: "Write my words down while I speak" })).toHaveCount(0);
  await page.getByRole("button", { name: "Start answering" }).click();
  await expect(page.getByText("what you say is written down on our server")).toBeVisible();
  await expect(page.getByText(/^0:0?3/)).toBeVisible({ timeout: 60_000 });
  await page.getByRole("button", { name: "Done, next question" }).click();

  // The next question has the page; the words come below it.
  await expect(page.getByRole("main").getByText("Question 2 of 5")).toBeVisible();
  await hear(server, await answerNumber(server, 1), HEARD);
  await expect(field(page, 1)).toHaveValue(HEARD, { timeout: 20_000 });
  await expect(page.getByRole("heading", { level: 1 })).toBeFocused();
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);

  // Half a correction, a reload, and the other half.
  await field(page, 1).fill("First I would read");
  page.once("dialog", (dialog) => dialog.accept());
  await page.reload();
  await page.getByRole("button", { name: "Turn on camera and microphone" }).click();
  await page.getByRole("button", { name: "Continue the interview" }).click();
  await expect(field(page, 1)).toHaveValue("First I would read");
  await expect(status(page, 1, "Not saved yet")).toBeVisible();
  await field(page, 1).fill(SAID);
  await page.getByRole("button", { name: "Save the correction" }).click();
  await expect(status(page, 1, "Put right by you")).toBeVisible();
  await expect(page.locator("summary").filter({ hasText: "Question 1" })).toBeFocused();

  for (const number of [3, 4, 5]) {
    await page.getByRole("button", { name: "Skip this question" }).click();
    await expect(page.getByRole("main").getByText(`Question ${number} of 5`)).toBeVisible();
  }
  await speak(page, { last: true });
  await expect(page.getByRole("heading", { name: /Thank you/ })).toBeVisible({ timeout: 30_000 });

  // What was said last is heard when all is over.
  await hear(server, await answerNumber(server, 5), LATE);
  await expect(field(page, 5)).toHaveValue(LATE, { timeout: 30_000 });
  await expectAccessible(page);
  await page.getByRole("button", { name: "That is right" }).click();
  await expect(status(page, 5, "Right as it was heard")).toBeVisible();
  expect(await answerNumber(server, 1)).toMatchObject({ text: SAID, recognizedText: HEARD });
  expect(await answerNumber(server, 5)).toMatchObject({ text: "", recognizedText: null });

  await page.goto(`${server.baseUrl}/dashboard`);
  const [, password = ""] = /Password\s+(\S+)/.exec(server.printed()) ?? [];
  await signIn(page, { email: "owner@talentflow.local", password });
  await page.getByRole("link", { name: /Grace Hopper/ }).click();
  await expect(page.getByRole("paragraph").filter({ hasText: SAID })).toBeVisible({ timeout: 60_000 });
  await page.getByText("What speech recognition heard").first().click();
  await expect(page.getByText(HEARD).first()).toBeVisible();
});
