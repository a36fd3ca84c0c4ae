import type { Page } from "playwright/test";
import { expectStored, untilStored } from "../support/emitted.ts";
import { expect, test } from "../support/journey.ts";
import { record } from "../support/record.ts";

const HERE = { name: "This interview is open in another window" };
const AWAY = { name: "This interview goes on in another window" };

/** From the opened link of an interview that has begun to the press of "Continue". */
async function continueIn(page: Page, url: string): Promise<void> {
  await page.goto(url);
  await page.getByRole("button", { name: "Turn on camera and microphone" }).click();
  await page.getByRole("button", { name: "Continue the interview" }).click();
}

test("a second tab asks before it takes over, and everything of both arrives in one recording", async ({
  page,
  context,
  tenant,
  emitted,
}) => {
  const { url } = await tenant.invite();
  const sessionId = await record(page, url);
  const second = await context.newPage();
  await continueIn(second, url);
  await expect(second.getByRole("heading", HERE)).toBeVisible();
  await expect(page.getByText("Recording", { exact: true })).toBeVisible();

  await second.getByRole("button", { name: "Continue here" }).click();
  await expect(second.getByText("Recording", { exact: true })).toBeVisible();
  await expect(page.getByRole("heading", AWAY)).toBeVisible();
  await expect(page.getByText("everything that this window recorded is saved")).toBeVisible();
  await untilStored(sessionId, 1, 2);
  await expectStored(sessionId, emitted);
});

test("a second browser takes over, and the first can take it back", async ({ page, browser, tenant }) => {
  const { url } = await tenant.invite();
  const sessionId = await record(page, url);
  const elsewhere = await browser.newContext({ permissions: ["camera", "microphone"] });
  const second = await elsewhere.newPage();
  await continueIn(second, url);
  await second.getByRole("button", { name: "Continue here" }).click();
  await expect(second.getByText("Recording", { exact: true })).toBeVisible();
  await expect(page.getByRole("heading", AWAY)).toBeVisible();

  await page.getByRole("button", { name: "Continue here" }).click();
  await page.getByRole("button", { name: "Turn on camera and microphone" }).click();
  await page.getByRole("button", { name: "Continue the interview" }).click();
  await expect(page.getByText("Recording", { exact: true })).toBeVisible();
  await expect(second.getByRole("heading", AWAY)).toBeVisible();
  await untilStored(sessionId, 2, 1);
  await elsewhere.close();
});

test("who closes the tab and comes back at once goes on, with what was being written, and the end leaves nothing", async ({
  page,
  context,
  tenant,
}) => {
  const { url } = await tenant.invite();
  await record(page, url);
  await page.getByRole("button", { name: "Start answering" }).click();
  await page.getByRole("textbox", { name: "Your answer" }).fill("Half an answ");
  const again = await context.newPage();
  await page.close();
  await continueIn(again, url);
  await again.getByRole("button", { name: "Start answering" }).click();
  await expect(again.getByRole("textbox", { name: "Your answer" })).toHaveValue("Half an answ");
  const drafts = () => again.evaluate(() => Object.keys(localStorage).filter((key) => key.includes("draft")));
  expect(await drafts()).toHaveLength(1);
  await again.getByRole("button", { name: "Done, next question" }).click();
  await expect(again.getByRole("main").getByText("Question 2 of 3")).toBeVisible();
  expect(await drafts()).toEqual([]);
});

test("a duplicated tab is another window, though it begins with a copy of the first one's memory", async ({
  page,
  context,
  tenant,
}) => {
  const { url } = await tenant.invite();
  await record(page, url);
  const opened = context.waitForEvent("page");
  await page.evaluate(() => void window.open("/sign-in")); // copies the tab's memory, as duplicating it does
  const copy = await opened;
  await continueIn(copy, url);
  await expect(copy.getByRole("heading", HERE)).toBeVisible();
  await expect(page.getByText("Recording", { exact: true })).toBeVisible();
});
