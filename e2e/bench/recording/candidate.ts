import type { Page } from "playwright";
import { agree } from "../../support/agree.ts";

/** From the opened link on, until the recording was seen to begin. */
export async function startRecording(page: Page, url: string): Promise<void> {
  await page.goto(url);
  await agree(page);
  await page.getByRole("button", { name: "Turn on camera and microphone" }).click();
  await page.getByRole("button", { name: "Start the interview" }).click();
  await page.getByText("Recording", { exact: true }).waitFor();
}

/** Answers every question in writing, and waits until the room says that all is done. */
export async function finishInterview(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Show the first question" }).click();
  for (let last = false; !last; ) {
    await page.getByRole("button", { name: "Start answering" }).click();
    await page.getByRole("textbox", { name: "Your answer" }).fill("I measured first, and changed one thing at a time.");
    const finish = page.getByRole("button", { name: "Done, finish the interview" });
    last = await finish.isVisible();
    await (last ? finish : page.getByRole("button", { name: "Done, next question" })).click();
  }
  await page.getByRole("heading", { name: /^Thank you/ }).waitFor({ timeout: 120_000 });
}
