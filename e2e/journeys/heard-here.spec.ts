import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "playwright/test";
import { knownClips, knownWords } from "../../lib/testing/speech/known-clips.ts";
import { samplesOf } from "../../lib/testing/speech/samples.ts";
import { begin, expect, expectAccessible, test as journey, signIn } from "../support/journey.ts";
import { startServer, type TestServer } from "../support/server.ts";
import { talentflow } from "../support/server-client.ts";
import { speechVariables } from "../support/speech.ts";

/* A server that writes down what is said, from the microphone to the score: nothing is written by hand but a correction. */

/** How far from the word somebody may land who clicks on it. */
const TOLERANCE_SECONDS = 0.3;

const test = journey.extend<{ server: TestServer; folder: string }>({
  folder: async ({ browserName: _ }, use) => {
    const folder = await mkdtemp(join(tmpdir(), "heard-here-"));
    await use(folder);
    await rm(folder, { recursive: true, force: true });
  },
  server: async ({ folder }, use) => {
    const server = await startServer(null, await speechVariables(folder));
    await use(server);
    await server.remove();
  },
});

/** Speaks for some seconds, and writes nothing. */
async function speak(page: Page, done: string): Promise<void> {
  await page.getByRole("button", { name: "Start answering" }).click();
  await expect(page.getByText(/^0:0?8/)).toBeVisible({ timeout: 60_000 });
  await page.getByRole("button", { name: done }).click();
}

/** Every moment of the file at which somebody says a word, by what it sounds like. */
async function whenSaid(file: Buffer, word: string, folder: string): Promise<number[]> {
  const path = join(folder, "recording.webm");
  await writeFile(path, file);
  const words = knownWords(await samplesOf(path), await knownClips());
  return words.filter((said) => said.word === word).map(({ start }) => start);
}

test("an interview that is only spoken becomes words, a correction, scores, and a click on a word plays it", async ({
  server,
  folder,
  quietPage: page,
}) => {
  test.setTimeout(300_000);
  const { url } = await talentflow<{ url: string }>(
    server,
    ...["invite", "--name", "Grace Hopper", "--email", "grace@example.com"],
  );
  await page.goto(url);
  await begin(page);
  await speak(page, "Done, next question");
  const field = page.getByRole("textbox", { name: "What you said to question 1" });
  await expect(field).toHaveValue(/latency/i, { timeout: 90_000 });
  await speak(page, "Done, next question");
  for (const number of [4, 5]) {
    await page.getByRole("button", { name: "Skip this question" }).click();
    await expect(page.getByRole("main").getByText(`Question ${number} of 5`)).toBeVisible();
  }
  const heard = await field.inputValue();
  const corrected = `${heard} That was in Python.`;
  await field.fill(corrected);
  await page.getByRole("button", { name: "Save the correction" }).click();
  await page.getByRole("button", { name: "Skip this question" }).click();
  await expect(page.getByRole("heading", { name: /Thank you/ })).toBeVisible({ timeout: 60_000 });

  await page.goto(`${server.baseUrl}/dashboard`);
  const [, password = ""] = /Password\s+(\S+)/.exec(server.printed()) ?? [];
  await signIn(page, { email: "owner@talentflow.local", password });
  await page.getByRole("link", { name: /Grace Hopper/ }).click();
  const second = page.getByRole("article", { name: /Question 2/ });
  await expect(second.getByText(/on this server/)).toBeVisible({ timeout: 120_000 });
  await expect(second.getByText(/this is what was scored/)).toBeVisible({ timeout: 120_000 });
  const first = page.getByRole("article", { name: /Question 1/ });
  await expect(first.getByText("That was in Python.").first()).toBeVisible();
  await first.getByText("What speech recognition heard").click();
  await expectAccessible(page, "article"); // what was asked within a second of each other has its marks in one place

  // The word in the second answer, and when the recording says it.
  const media = page.locator("video, audio").first();
  await expect(media).toBeVisible({ timeout: 60_000 });
  await second
    .getByText(/^latency/i)
    .first()
    .click();
  const at = await media.evaluate((player: HTMLMediaElement) => player.currentTime);
  const address = await media.evaluate((player: HTMLMediaElement) => player.currentSrc);
  const said = await whenSaid(await (await page.request.get(address)).body(), "latency", folder);
  expect(said.length).toBeGreaterThan(1);
  expect(Math.min(...said.map((start) => Math.abs(start - at)))).toBeLessThan(TOLERANCE_SECONDS);
});
