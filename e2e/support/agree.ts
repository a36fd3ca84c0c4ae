import type { Page } from "playwright";

/** Agrees to what the opened link says. */
export async function agree(page: Page): Promise<void> {
  await page.getByRole("checkbox").check();
  await page.getByRole("button", { name: "Agree and continue" }).click();
}
