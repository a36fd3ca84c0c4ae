import { chromium, type Page } from "playwright";
import { findChromium } from "../../../lib/tools/tests/chromium.ts";
import { CHROMIUM_ARGUMENTS } from "../../support/chromium-arguments.ts";
import type { Tenant } from "../../support/tenant.ts";
import type { Say } from "../say.ts";
import { median, percentile } from "../statistics.ts";
import type { Published } from "./published.ts";

/** Milliseconds from the click on a question's time. */
type Seek = { seekedMs: number; frameMs: number };

/** What a recruiter waits for after a click on a question of a long recording, in a real browser on the review page. */
export async function benchSeek(baseUrl: string, published: Published, tenant: Tenant, say: Say): Promise<void> {
  const browser = await chromium.launch({ executablePath: findChromium(), args: CHROMIUM_ARGUMENTS });
  try {
    const page = await browser.newPage();
    await signIn(page, baseUrl, tenant);
    await page.goto(`${baseUrl}/interviews/${published.interviewId}`);
    await page.locator("video").waitFor();
    const ofQuestions = page.getByRole("button", { name: /^Play question \d+ from/ });
    await ofQuestions.first().waitFor();
    const buttons = await ofQuestions.all();
    if (buttons.length === 0) throw new Error("the review has no question to click");
    const seeks: Seek[] = [];
    for (const turn of buttons.keys()) {
      const button = buttons[(turn * 11) % buttons.length]; // far from the one before, and each of them once
      if (button) seeks.push(await seek(page, (await button.getAttribute("aria-label")) ?? ""));
    }
    const figures = (values: number[]) =>
      `p50 ${median(values).toFixed(0)} ms, p95 ${percentile(values, 95).toFixed(0)} ms, most ${Math.max(...values).toFixed(0)} ms`;
    say(`click on a question → seeked, ${seeks.length} times: ${figures(seeks.map(({ seekedMs }) => seekedMs))}`);
    say(`click on a question → its picture is shown: ${figures(seeks.map(({ frameMs }) => frameMs))}`);
  } finally {
    await browser.close();
  }
}

async function signIn(page: Page, baseUrl: string, { recruiter }: Tenant): Promise<void> {
  await page.goto(`${baseUrl}/sign-in`);
  await page.getByLabel("E-mail").fill(recruiter.email);
  await page.getByRole("textbox", { name: "Password" }).fill(recruiter.password);
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.waitForURL(`${baseUrl}/dashboard`);
}

/** Clicks in the page, so that the browser's own clock measures, and looks at what it shows. */
function seek(page: Page, label: string): Promise<Seek> {
  return page.evaluate(async (label) => {
    const video = document.querySelector("video");
    const button = document.querySelector<HTMLElement>(`button[aria-label="${label}"]`);
    if (!video || !button) throw new Error(`nothing to click for ${label}`);
    const seeked = new Promise((resolve) => video.addEventListener("seeked", resolve, { once: true }));
    const clickedAt = performance.now();
    button.click();
    const target = video.currentTime; // at once what was asked for
    await seeked;
    const seekedMs = performance.now() - clickedAt;
    const shown = () =>
      new Promise<number>((resolve) => video.requestVideoFrameCallback((_, { mediaTime }) => resolve(mediaTime)));
    while (Math.abs((await shown()) - target) > 1);
    const frameMs = performance.now() - clickedAt;
    video.pause();
    return { seekedMs, frameMs };
  }, label);
}
