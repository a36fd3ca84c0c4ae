import { randomUUID } from "node:crypto";
import { globSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright/test";
import { createApiKey } from "../../lib/keys/create-api-key.ts";
import { expect, signIn, test } from "../support/journey.ts";
import type { Tenant } from "../support/tenant.ts";

/*
 * Every page there is, in a real browser: nothing on it breaks the Content-Security-Policy, and what people wrote is shown
 * as they wrote it, never run.
 */

const APP = join(import.meta.dirname, "../../app");
const MARKUP = '<img src=x onerror="document.title=1"><script>document.title=2</script>';

/** The addresses of all pages, as folders spell them: `/interviews/[id]`. */
function pages(): string[] {
  return globSync("**/page.tsx", { cwd: APP })
    .map((file) => `/${file.replace(/(^|\/)page\.tsx$/, "").replace(/\([^/]+\)\//g, "")}`)
    .sort();
}

async function violationsOn(page: Page): Promise<string[]> {
  const violations: string[] = [];
  await page.exposeFunction("toldOfViolation", (what: string) => violations.push(what));
  await page.addInitScript(() => {
    document.addEventListener(
      "securitypolicyviolation",
      ({ violatedDirective, blockedURI, sourceFile, lineNumber }) => {
        const told = window as unknown as { toldOfViolation(what: string): void };
        told.toldOfViolation(`${location.pathname}: ${violatedDirective} ${blockedURI} (${sourceFile}:${lineNumber})`);
      },
    );
  });
  return violations;
}

test("no page breaks its policy, and markup in names and texts is only text", async ({ page, tenant, baseURL }) => {
  test.setTimeout(300_000);
  const known = await somethingEverywhere(baseURL ?? "", tenant);
  const violations = await violationsOn(page);
  await page.goto("/dashboard");
  await signIn(page, tenant.recruiter);
  await expect(page.getByText(MARKUP).first()).toBeVisible();
  for (const address of [...pages(), "/no-such-page", "/interviews/none", "/interview/none"]) {
    const path = Object.entries(known).reduce((filled, [name, id]) => filled.replace(name, id), address);
    expect(path, `an id for ${address}`).not.toContain("[");
    const response = await page.goto(path);
    expect(response?.headers()["content-security-policy"], path).toContain("script-src");
    await page.waitForLoadState("networkidle");
    expect(await page.title(), path).not.toMatch(/^[12]$/);
    expect(await page.locator("img[src=x]").count(), path).toBe(0);
  }
  await page.goto(`/interviews/${known["interviews/[id]"]?.split("/").at(-1)}`);
  await expect(page.getByRole("heading", { level: 1, name: MARKUP })).toBeVisible();
  await expect(page.getByText(`Why ${MARKUP}?`).first()).toBeVisible();
  await expect(page.getByText(`Because ${MARKUP}.`).first()).toBeVisible();
  expect(violations).toEqual([]);
});

test("a script that got into a page is not run", async ({ page }) => {
  const violations = await violationsOn(page);
  await page.goto("/sign-in");
  await page.evaluate(() => {
    const holder = document.createElement("div");
    holder.innerHTML = '<img src="/none" onerror="document.title=3">';
    document.body.append(holder);
  });
  await expect.poll(() => violations.join()).toContain("script-src");
  expect(await page.title()).not.toBe("3");
});

/** An interview of a candidate and with texts full of markup, and one of everything else that has a page. */
async function somethingEverywhere(baseUrl: string, tenant: Tenant): Promise<Record<string, string>> {
  const { plain } = await createApiKey({ name: MARKUP.slice(0, 60), scopes: ["admin"] }, tenant.actor);
  const send = async (path: string, body: object) => {
    const response = await fetch(`${baseUrl}${path}`, {
      method: "POST",
      headers: { "content-type": "application/json", authorization: `Bearer ${plain}` },
      body: JSON.stringify(body),
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`${path} answered ${response.status}: ${text}`);
    return JSON.parse(text) as Record<string, string & { id: string; url: string }>;
  };
  const { token, interviewId } = await tenant.invite({ name: MARKUP });
  const fresh = await tenant.invite({ name: MARKUP });
  const { session_id } = await send("/api/interview/session/start", { interview_token: token });
  const question_data = { text: `Why ${MARKUP}?` };
  const { question_id } = await send("/api/interview/question/add", { session_id, question_data });
  const answer_data = { text: `Because ${MARKUP}.` };
  await send("/api/interview/answer/add", { session_id, question_id, answer_data });
  await send("/api/interview/session/end", { session_id });
  const shared = await send(`/api/v1/interviews/${interviewId}/share-links`, { expires_in_days: 7 });
  const { webhook } = await send("/api/v1/webhooks", { url: `https://hooks.invalid/${randomUUID()}` });
  return {
    "interviews/[id]": `interviews/${interviewId}`,
    "interview/[token]": `interview/${fresh.token}`,
    "share/[token]": `share/${shared.url?.split("/").at(-1)}`,
    "[webhook_id]": webhook?.id ?? "",
  };
}
