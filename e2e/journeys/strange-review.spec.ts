import type { Locator, Page } from "playwright/test";
import { list } from "../../lib/words/en/interviews/list.ts";
import { decision } from "../../lib/words/en/review/decision.ts";
import { names } from "../../lib/words/en/review/names.ts";
import { player } from "../../lib/words/en/review/player.ts";
import { scores } from "../../lib/words/en/review/scores.ts";
import { sharing } from "../../lib/words/en/review/sharing.ts";
import { workspace } from "../../lib/words/en/workspace.ts";
import { pseudo } from "../../lib/words/pseudo.ts";
import { expect, expectAccessible, expectNoSidewaysScroll, signIn, test } from "../support/journey.ts";
import { CANDIDATE, REASON, RECRUITER, strangeInterview } from "../support/strange-interview.ts";
import { unmarkedWords } from "../support/unmarked-words.ts";

/* A recruiter reads in a language of which nobody here knows a word: whatever can be read of a page comes from no catalogue. */

test.use({ locale: "en-XA" });

const NAMED = ["TalentFlow"];

async function expectStrange(page: Page): Promise<void> {
  await expect(page.locator("html")).toHaveAttribute("dir", "rtl");
  await expect
    .configure({ soft: true })
    .poll(() => unmarkedWords(page, NAMED), { timeout: 3_000 })
    .toEqual([]);
  await expectNoSidewaysScroll(page);
}

async function openAll(page: Page): Promise<void> {
  const folded = page.locator("details:not([open]) > summary");
  while ((await folded.count()) > 0) await folded.first().click();
}

async function play(page: Page): Promise<void> {
  const region = page.getByRole("region", { name: pseudo(player.label) });
  const media = region.locator("video");
  await expect.poll(() => media.evaluate((video: HTMLMediaElement) => video.readyState)).toBeGreaterThan(0);
  await region.getByRole("button", { name: pseudo(player.play), exact: true }).click();
  await expect.poll(() => media.evaluate((video: HTMLMediaElement) => video.currentTime)).toBeGreaterThan(0);
  const line = region.getByRole("slider");
  expect(await line.evaluate((place) => getComputedStyle(place).direction)).toBe("ltr");
}

async function decide(page: Page): Promise<void> {
  const form = page.getByRole("region", { name: pseudo(decision.title) });
  await form.getByRole("button", { name: pseudo(decision["form:save"]) }).click();
  await expect(form.getByText(pseudo(decision["form:choose"]))).toBeVisible();
  await expectStrange(page);
  await form.getByText(pseudo(names["verdict:passed"]), { exact: true }).click();
  await form.getByLabel(pseudo(decision["form:reason"])).fill(REASON);
  await form.getByRole("button", { name: pseudo(decision["form:save"]) }).click();
  await expect(form.getByRole("list", { name: pseudo(decision.list) })).toContainText(REASON);
}

async function share(page: Page): Promise<Locator> {
  await page.getByRole("button", { name: pseudo(sharing.share), exact: true }).click();
  const dialog = page.getByRole("dialog", { name: pseudo(sharing.title) });
  await expectStrange(page);
  await dialog.getByRole("button", { name: pseudo(sharing["form:create"]) }).click();
  await expect(dialog.getByLabel(pseudo(sharing.new))).toHaveValue(/\/share\/tfs_/);
  await expect(dialog.getByText(pseudo(sharing["open:title"]))).toBeVisible();
  return dialog;
}

for (const [screen, viewport] of [
  ["on a desk", { width: 1440, height: 900 }],
  ["on a phone", { width: 390, height: 844 }],
] as const) {
  test(`a review says nothing that stands in no catalogue, from the list to the shared page, mirrored, ${screen}`, async ({
    quietPage: page,
    tenant,
    baseURL,
    browser,
  }, info) => {
    await page.setViewportSize(viewport);
    await strangeInterview(baseURL ?? "", tenant);
    const look = (name: string, of = page) => of.screenshot({ path: info.outputPath(`${name}.png`), fullPage: true });

    await page.goto("/dashboard");
    await signIn(page, tenant.recruiter);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(pseudo(list.title));
    await expect(page.getByText(CANDIDATE)).toBeVisible();
    await expectStrange(page);
    await look("list");

    await page.getByRole("link", { name: CANDIDATE }).click();
    await expect(page.getByRole("heading", { level: 1, name: CANDIDATE })).toBeVisible();
    await openAll(page);
    await expect(page.getByRole("table")).toBeVisible(); // of what two analyses differ in
    await expectStrange(page);
    await expectAccessible(page);
    await look("review");

    await play(page);
    await expectStrange(page);
    await page.getByRole("button", { name: pseudo(scores.again), exact: true }).click();
    await expect(page.getByRole("menu")).toBeVisible();
    await expectStrange(page);
    await page.keyboard.press("Escape");
    await page.getByRole("button", { name: RECRUITER }).click();
    await expect(page.getByRole("menuitem", { name: pseudo(workspace.sign_out) })).toBeVisible();
    await expectStrange(page);
    await look("menu");
    await page.keyboard.press("Escape");

    await decide(page);
    await expectStrange(page);
    await look("decided");

    const dialog = await share(page);
    await expectStrange(page);
    await look("share");
    const link = await dialog.getByLabel(pseudo(sharing.new)).inputValue();
    await page.keyboard.press("Escape");

    const outside = await (await browser.newContext({ locale: "en-XA", viewport })).newPage();
    await outside.goto(link);
    await expect(outside.getByRole("heading", { level: 1, name: CANDIDATE })).toBeVisible();
    await openAll(outside);
    await expectStrange(outside);
    await look("shared", outside);
    await outside.context().close();
  });
}
