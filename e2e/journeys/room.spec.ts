import type { Page } from "playwright/test";
import { db } from "../../lib/db/client.ts";
import { updateTemplate } from "../../lib/templates/update-template.ts";
import { agree } from "../support/agree.ts";
import { begin, expect, expectAccessible, expectNoSidewaysScroll, sessionIdOf, test } from "../support/journey.ts";

/** Stands in for the browser maker's speech service, which nothing here can reach: a test decides what it hears. */
async function fakeRecognition(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const listening: { onresult: ((event: unknown) => void) | null }[] = [];
    const Recognition = class {
      onresult = null;
      start() {
        listening.push(this);
      }
      abort() {
        listening.splice(listening.indexOf(this), 1);
      }
    };
    Object.assign(window, {
      listening,
      hear(words: string) {
        const result = Object.assign([{ transcript: words, confidence: 0.9 }], { isFinal: true });
        listening.at(-1)?.onresult?.({ results: [result], resultIndex: 0 });
      },
      SpeechRecognition: Recognition,
      webkitSpeechRecognition: Recognition,
    });
  });
}

const listeners = (page: Page) => page.evaluate(() => (window as unknown as { listening: unknown[] }).listening.length);
const hear = (page: Page, words: string) =>
  page.evaluate((said) => (window as unknown as { hear(words: string): void }).hear(said), words);

const PHONES = [
  { width: 844, height: 390 },
  { width: 390, height: 844 },
];

test("a candidate writes, speaks and corrects on a phone, by keyboard, with the question in sight", async ({
  page,
  tenant,
}) => {
  await fakeRecognition(page);
  // Their template lets the browser write along.
  const { id } = await db().template.findFirstOrThrow({ where: { organizationId: tenant.actor.organizationId } });
  await updateTemplate(id, { browser_recognition: true }, tenant.actor);
  await page.emulateMedia({ reducedMotion: "reduce" });
  await page.setViewportSize({ width: 844, height: 390 });
  await page.goto((await tenant.invite({ name: `Grace ${"Hopper".repeat(20)}` })).url);
  await expectNoSidewaysScroll(page);
  await begin(page);
  expect(await movements(page)).toEqual([]);
  await page.getByRole("button", { name: "Start answering" }).click();
  const field = page.getByRole("textbox", { name: "Your answer" });
  const question = page.getByRole("heading", { level: 1 });
  for (const size of PHONES) {
    await page.setViewportSize(size);
    await field.focus();
    for (const seen of [
      question,
      page.getByText(/^0:\d\d/),
      page.getByRole("button", { name: "Done, next question" }),
    ]) {
      await expect(seen).toBeInViewport({ ratio: 1 });
    }
    await expectNoSidewaysScroll(page);
  }
  await expectAccessible(page);

  // The browser's own speech service hears nothing before somebody has agreed to that.
  expect(await listeners(page)).toBe(0);
  const choice = page.getByRole("checkbox", { name: "Write my words down while I speak" });
  await expect(page.getByText("your voice also goes to")).toBeAttached();
  await choice.check();
  await expect.poll(() => listeners(page)).toBe(1);

  await field.fill("well");
  await field.press("ArrowLeft");
  await page.keyboard.type("XX");
  await hear(page, "I would first measure");
  await page.keyboard.type("YY");
  await expect(field).toHaveValue("welXXYYl I would first measure");
  await field.press("Control+End");
  await hear(page, "and then look");
  await page.keyboard.type("!");
  await expect(field).toHaveValue(/and then look!$/);
  for (let sentence = 0; sentence < 30; sentence += 1)
    await hear(page, "and then I would look once more at all of it.");
  await expect(page.getByRole("button", { name: "Done, next question" })).toBeInViewport({ ratio: 1 });

  const skip = page.getByRole("button", { name: "Skip this question" });
  await skip.focus();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("button", { name: "Go on answering" })).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(skip).toBeFocused();

  // Muted, nothing sounds: what is said meanwhile is the candidate's.
  await page.getByRole("button", { name: "Mute the voice" }).click();
  await page.getByRole("button", { name: "Repeat the question" }).click();
  expect(await listeners(page)).toBe(1);
  await choice.uncheck();
  await expect.poll(() => listeners(page)).toBe(0);
});

/** What moves, or moves for ever, though the person wants no motion. */
const movements = (page: Page) =>
  page.evaluate(() =>
    Array.from(document.querySelectorAll("main svg *"))
      .map((element) => getComputedStyle(element))
      .filter(
        ({ animationName, animationIterationCount }) => animationName !== "none" && animationIterationCount !== "1",
      )
      .map(({ animationName }) => animationName),
  );

/** The browser's recorder fails for pictures, or for everything, from its next start on. */
async function breakRecorder(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const { start } = MediaRecorder.prototype;
    MediaRecorder.prototype.start = function (this: MediaRecorder, ...options) {
      const broken = (window as unknown as { broken?: string }).broken ?? "picture";
      const picture = this.stream.getVideoTracks().length > 0;
      if (broken === "everything" || picture) throw new DOMException("cannot", "NotSupportedError");
      return start.apply(this, options);
    };
  });
}

test("a recorder that does not take the picture records the voice, one that takes nothing says so", async ({
  page,
  tenant,
}) => {
  await breakRecorder(page);
  const { url } = await tenant.invite();
  await page.goto(url);
  const started = sessionIdOf(page);
  await begin(page);
  await expect(page.getByText("Your browser cannot record your picture. Your voice is recorded.")).toBeVisible();
  const sessionId = await started;
  await expect
    .poll(() => db().segment.findFirst({ where: { sessionId } }))
    .toMatchObject({
      mimeType: expect.stringMatching(/^audio/),
    });

  const second = await tenant.invite({ name: "Ada Lovelace" });
  page.once("dialog", (dialog) => dialog.accept());
  await page.goto(second.url);
  await page.evaluate(() => void Object.assign(window, { broken: "everything" }));
  await agree(page);
  await page.getByRole("button", { name: "Turn on camera and microphone" }).click();
  await page.getByRole("button", { name: "Start the interview" }).click();
  await expect(page.getByRole("alert").filter({ hasText: "Your browser does not record" })).toContainText(
    "Please write your answers: they count in full",
  );
  await page.getByRole("button", { name: "Show the first question" }).click();
  await page.getByRole("button", { name: "Start answering" }).click();
  await expect(page.getByRole("heading", { name: "Write your answer" })).toBeVisible();
});
