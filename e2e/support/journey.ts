import AxeBuilder from "@axe-core/playwright";
import { test as base, expect, type Page } from "playwright/test";
import { SAMPLE_TEMPLATE } from "../../prisma/sample-template.ts";
import { agree } from "./agree.ts";
import { type Slice, watchEmitted } from "./emitted.ts";
import { startTcpProxy, type TcpProxy } from "./tcp-proxy.ts";
import { newTenant, type Tenant } from "./tenant.ts";

/** The questions of a journey: enough to move between, few enough to be quick. */
export const QUESTIONS = SAMPLE_TEMPLATE.questions.slice(0, 3);

/**
 * A journey has an organisation of its own and a page that must not complain: whatever it says on the console as an
 * error fails the test.
 */
export const test = base.extend<{
  tenant: Tenant;
  quietPage: Page;
  /** The way to the server, to be cut. */
  line: TcpProxy;
  /** Every slice that a recorder of this test's pages has given, by their own account. */
  emitted: Slice[];
}>({
  baseURL: async ({ baseURL }, use) => {
    await use(process.env.E2E_BASE_URL ?? baseURL);
  },
  tenant: async ({ browserName: _ }, use) => {
    await use(await newTenant(QUESTIONS));
  },
  line: async ({ baseURL }, use) => {
    const line = await startTcpProxy(baseURL ?? "");
    await use(line);
    await line.close();
  },
  emitted: async ({ context }, use) => {
    await use(await watchEmitted(context));
  },
  quietPage: async ({ page }, use) => {
    const errors: string[] = [];
    page.on("console", (message) => {
      if (message.type() === "error") errors.push(message.text());
    });
    page.on("pageerror", (error) => errors.push(String(error)));
    await use(page);
    expect(errors).toEqual([]);
  },
});

export { expect };

/** The id of the session that began with the page's next start of an interview. */
export async function sessionIdOf(page: Page): Promise<string> {
  const response = await page.waitForResponse((answer) => answer.url().endsWith("/api/interview/session/start"));
  return (await response.json()).session_id;
}

/** No serious or critical violation of WCAG 2.2 AA, as far as a machine can tell. @param within of the page, as CSS selects it */
export async function expectAccessible(page: Page, within = "html"): Promise<void> {
  const { violations } = await new AxeBuilder({ page })
    .include(within)
    .withTags(["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"])
    .setLegacyMode(true) // else it opens a page of its own each time, for frames of other origins, which there are none of
    .analyze();
  const serious = violations.filter(({ impact }) => impact === "serious" || impact === "critical");
  expect(serious.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(" | ")}`)).toEqual([]);
}

/** Nothing is wider than the window: a phone's page scrolls one way only. */
export async function expectNoSidewaysScroll(page: Page): Promise<void> {
  const [content, window] = await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
  expect(content).toBeLessThanOrEqual(window ?? 0);
}

export async function signIn(page: Page, { email, password }: { email: string; password: string }): Promise<void> {
  await page.getByLabel("E-mail").fill(email);
  await page.getByRole("textbox", { name: "Password" }).fill(password);
  await page.getByRole("button", { name: "Sign in" }).click();
}

/** From the opened link to the first question, recording. */
export async function begin(page: Page): Promise<void> {
  await agree(page);
  await page.getByRole("button", { name: "Turn on camera and microphone" }).click();
  await page.getByRole("button", { name: "Start the interview" }).click();
  await expect(page.getByText("Recording", { exact: true })).toBeVisible();
  await page.getByRole("button", { name: "Show the first question" }).click();
}

/** Answers the question on the page by typing, after having spoken for at least `seconds`. */
export async function answer(page: Page, text: string, { seconds = 0, last = false } = {}): Promise<void> {
  await page.getByRole("button", { name: "Start answering" }).click();
  await page.getByRole("textbox", { name: "Your answer" }).fill(text);
  if (seconds > 0) await expect(page.getByText(new RegExp(`^0:0?${seconds}$`))).toBeVisible({ timeout: 60_000 });
  await page.getByRole("button", { name: last ? "Done, finish the interview" : "Done, next question" }).click();
}
