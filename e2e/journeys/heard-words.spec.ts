import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Locator, Page } from "playwright/test";
import { wordsIn } from "../../lib/testing/speech/clips.ts";
import { knownClips, knownWords } from "../../lib/testing/speech/known-clips.ts";
import { samplesOf } from "../../lib/testing/speech/samples.ts";
import {
  begin,
  expect,
  expectAccessible,
  expectNoSidewaysScroll,
  test as journey,
  signIn,
} from "../support/journey.ts";
import { listAnswers } from "../support/kept-answers.ts";
import { startServer, type TestServer } from "../support/server.ts";
import { talentflow } from "../support/server-client.ts";
import { speechVariables } from "../support/speech.ts";

/* A server that writes down what is said by itself, and somebody who says something. */

const test = journey.extend<{ server: TestServer; folder: string }>({
  folder: async ({ browserName: _ }, use) => {
    const folder = await mkdtemp(join(tmpdir(), "heard-words-"));
    await use(folder);
    await rm(folder, { recursive: true, force: true });
  },
  server: async ({ folder }, use) => {
    const server = await startServer(null, await speechVariables(folder));
    await use(server);
    await server.remove();
  },
});

const SAID = "First I would read the query plan, then add the missing index.";
/** How far from a word somebody may land who clicks on it. */
const TOLERANCE_SECONDS = 0.3;
/** A machine that is busy with other browsers takes its time. */
const HEARD_WITHIN_MS = 120_000;

/** Says something, long enough that the microphone's voice is in it, and writes nothing. */
async function speak(page: Page, { last = false } = {}): Promise<void> {
  await page.getByRole("button", { name: "Start answering" }).click();
  await expect(page.getByText(/^0:0?6/)).toBeVisible({ timeout: 60_000 });
  await page.getByRole("button", { name: last ? "Done, finish the interview" : "Done, next question" }).click();
}

const field = (page: Page, number: number) =>
  page.getByRole("textbox", { name: `What you said to question ${number}` });
const lineOf = (page: Page, number: number) => page.locator("summary").filter({ hasText: `Question ${number}` });

/** @returns what was heard, once it is there */
async function heardOf(page: Page, number: number): Promise<string> {
  await expect(field(page, number)).toHaveValue(/\S/, { timeout: HEARD_WITHIN_MS });
  return field(page, number).inputValue();
}

/** A word that the microphone is known to say, and that is said in the answer; the longer, the surer there is but one near. @returns it */
async function clickOnAWord(answer: Locator): Promise<string> {
  const words = answer.locator("[data-start]");
  const plain = (await words.allTextContents()).map((text) => text.toLowerCase().replace(/[^a-z]/g, ""));
  const known = new Set(wordsIn("speech").map(({ word }) => word));
  const [longest = ""] = plain.filter((word) => known.has(word)).sort((a, b) => b.length - a.length);
  await words.nth(plain.indexOf(longest)).click();
  return longest;
}

/** Every moment of a file at which somebody says a word, by what it sounds like. */
async function whenSaid(file: Buffer, word: string, folder: string): Promise<number[]> {
  const path = join(folder, "recording.webm");
  await writeFile(path, file);
  const words = knownWords(await samplesOf(path), await knownClips());
  return words.filter((said) => said.word === word).map(({ start }) => start);
}

test("what a candidate says is written down here, put right by them, scored, and plays from each word", async ({
  server,
  folder,
  quietPage: page,
}) => {
  test.setTimeout(400_000);
  const { url } = await talentflow<{ url: string }>(
    server,
    ...["invite", "--name", "Grace Hopper", "--email", "grace@example.com"],
  );
  await page.goto(url);
  await expect(page.getByText("written down on this server")).toBeVisible();
  await begin(page);
  await expect(page.getByRole("checkbox", { name: "Write my words down while I speak" })).toHaveCount(0);
  await speak(page);

  // The next question has the page, and the keyboard; the words come below it.
  await expect(page.getByRole("main").getByText("Question 2 of 5")).toBeVisible();
  const heard = await heardOf(page, 1);
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
  await expect(lineOf(page, 1)).toContainText("Not saved yet");
  await field(page, 1).fill(SAID);
  await page.getByRole("button", { name: "Save the correction" }).click();
  await expect(lineOf(page, 1)).toContainText("Put right by you");
  await expect(lineOf(page, 1)).toBeFocused();

  for (const number of [3, 4, 5]) {
    await page.getByRole("button", { name: "Skip this question" }).click();
    await expect(page.getByRole("main").getByText(`Question ${number} of 5`)).toBeVisible();
  }
  await speak(page, { last: true });
  await expect(page.getByRole("heading", { name: /Thank you/ })).toBeVisible({ timeout: 30_000 });

  // What was said last is heard when all is over, also behind the link that is opened again.
  await heardOf(page, 5);
  await expectAccessible(page);
  await page.goto(url);
  await expect(page.getByRole("heading", { name: "This interview is complete" })).toBeVisible();
  await expect(lineOf(page, 1)).toContainText("Put right by you");
  await page.getByRole("button", { name: "That is right" }).click();
  await expect(lineOf(page, 5)).toContainText("Right as it was heard");
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);

  const answers = await listAnswers(server);
  expect([answers[0], answers[4]]).toEqual([
    { text: SAID, recognizedText: heard },
    { text: "", recognizedText: null },
  ]);
  await page.goto(`${server.baseUrl}/dashboard`);
  const [, password = ""] = /Password\s+(\S+)/.exec(server.printed()) ?? [];
  await signIn(page, { email: "owner@talentflow.local", password });
  await page.getByRole("link", { name: /Grace Hopper/ }).click();
  await expect(page.getByText(SAID).filter({ visible: true }).first()).toBeVisible({ timeout: 60_000 });
  await page.getByText("What speech recognition heard").first().click();
  await expect(page.getByText(heard).filter({ visible: true }).first()).toBeVisible();

  // Whoever clicks on a word hears it, also in what was recorded after the reload.
  const last = page.getByRole("article", { name: /Question 5/ });
  await expect(last.getByText(/on this server · this is what was scored/)).toBeVisible({ timeout: HEARD_WITHIN_MS });
  await expectAccessible(page, "article"); // what was asked within a second of each other has its marks in one place
  const player = page.locator("video, audio").first();
  await expect(player).toBeVisible({ timeout: 60_000 });
  const word = await clickOnAWord(last);
  const { at, source } = await player.evaluate(({ currentTime, currentSrc }: HTMLMediaElement) => ({
    at: currentTime,
    source: currentSrc,
  }));
  const said = await whenSaid(await (await page.request.get(source)).body(), word, folder);
  expect(said.length).toBeGreaterThan(0);
  expect(Math.min(...said.map((start) => Math.abs(start - at)))).toBeLessThan(TOLERANCE_SECONDS);
});
