import { expect, type Page } from "playwright/test";
import { storedSegments } from "./emitted.ts";
import { begin, sessionIdOf } from "./journey.ts";

/**
 * Opens an invitation, on another origin if need be, and records it.
 * @returns the session's id, once some of it has arrived
 */
export async function record(page: Page, url: string, origin = new URL(url).origin): Promise<string> {
  await page.goto(url.replace(new URL(url).origin, origin));
  const started = sessionIdOf(page);
  await begin(page);
  const sessionId = await started;
  await expect.poll(async () => (await storedSegments(sessionId))[0]?.length ?? 0).toBeGreaterThan(1);
  return sessionId;
}

/** Goes on in a page that was opened again; or begins in one whose session a program has started. */
export async function recordAgain(page: Page): Promise<void> {
  await page.getByRole("button", { name: /^Turn on/ }).click();
  await page.getByRole("button", { name: /^(Start|Continue) the interview$/ }).click();
  await expect(page.getByText("Recording", { exact: true })).toBeVisible();
}

/** The browser learns that the network is back. */
export const tellOnline = (page: Page) => page.evaluate(() => void window.dispatchEvent(new Event("online")));
