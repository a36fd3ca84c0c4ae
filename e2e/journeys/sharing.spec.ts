import { readFile } from "node:fs/promises";
import type { Page } from "playwright/test";
import { readSheet } from "read-excel-file/node";
import { createUser } from "../../lib/members/create-user.ts";
import { assessedInterview } from "../support/assessed-interview.ts";
import { MODEL_ANALYSIS } from "../support/given-analyses.ts";
import { expect, expectAccessible, expectNoSidewaysScroll, signIn, test } from "../support/journey.ts";
import { recordedInterview } from "../support/recorded-interview.ts";

async function makeLink(page: Page): Promise<string> {
  await page.getByRole("button", { name: "Share" }).click();
  const dialog = page.getByRole("dialog", { name: "Share this interview" });
  await dialog.getByLabel("Open for").selectOption("3 days");
  await dialog.getByRole("button", { name: "Create link" }).click();
  const link = dialog.getByLabel("New link");
  await expect(link).toHaveValue(/\/share\/tfs_[\w-]{43}$/);
  return link.inputValue();
}

test("an interview is shared with somebody without an account, who watches it, until the link is ended", async ({
  quietPage: page,
  tenant,
  baseURL,
  browser,
}) => {
  const { id } = await recordedInterview(baseURL ?? "", tenant.actor, [MODEL_ANALYSIS]);
  await page.goto(`/interviews/${id}`);
  await signIn(page, tenant.recruiter);
  const link = await makeLink(page);
  await expectAccessible(page);

  const outside = await (await browser.newContext({ viewport: { width: 390, height: 844 } })).newPage();
  const asked: string[] = [];
  outside.on("request", (request) => asked.push(new URL(request.url()).pathname));
  const complaints: string[] = [];
  outside.on("console", (message) => {
    if (message.type() === "error") complaints.push(message.text());
  });
  await outside.goto(link);
  await expect(outside.getByRole("heading", { level: 1, name: "Ada Lovelace" })).toBeVisible();
  await expect(outside.getByRole("region", { name: "Assessment" }).getByText("71.5")).toBeVisible();
  await expect(
    outside
      .getByRole("region", { name: "Assessment" })
      .getByText(/small-model-1/)
      .first(),
  ).toBeVisible();
  await expect(outside.getByText("@example.com")).toHaveCount(0);
  for (const name of ["Store decision", "Score again", "Share", "Download"]) {
    await expect(outside.getByRole("button", { name })).toHaveCount(0);
    await expect(outside.getByRole("link", { name })).toHaveCount(0);
  }
  const player = outside.getByLabel("Recording of Ada Lovelace");
  await expect.poll(() => player.evaluate((media: HTMLMediaElement) => media.readyState)).toBeGreaterThan(0);
  await outside.getByRole("button", { name: "Play question 2 from" }).click();
  await expect.poll(() => player.evaluate((media: HTMLMediaElement) => media.currentTime)).toBeGreaterThanOrEqual(2);
  await expectAccessible(outside);
  await expectNoSidewaysScroll(outside);
  expect(asked.filter((path) => path.startsWith("/api/") && !/^\/api\/(share|media)\//.test(path))).toEqual([]);
  expect(complaints).toEqual([]);

  await page.getByRole("button", { name: "End link" }).click();
  await expect(page.getByRole("button", { name: "End link" })).toHaveCount(0);
  await outside.reload();
  await expect(outside.getByRole("heading", { level: 1 })).toHaveText("This link does not show anything");
});

test("the list is exported as it is filtered, from the keyboard alone", async ({ quietPage: page, tenant }) => {
  await assessedInterview(tenant.actor, [MODEL_ANALYSIS]);
  await tenant.invite({ name: "Grace Hopper" });
  await page.goto("/dashboard?q=lovelace");
  await signIn(page, tenant.recruiter);
  await expect(page.getByText("Ada Lovelace")).toBeVisible();
  await page.getByRole("button", { name: "Export" }).focus();
  await page.keyboard.press("Enter");
  // The first item has it already, unless the browser thinks that the pointer moved.
  await expect(page.locator("[role=menu]:focus, [role=menu] :focus")).toBeVisible();
  await page.keyboard.press("Home");
  await expect(page.getByRole("menuitem", { name: "Excel workbook" })).toBeFocused();
  await expectAccessible(page);
  const downloading = page.waitForEvent("download");
  await page.keyboard.press("Enter");
  const download = await downloading;
  expect(download.suggestedFilename()).toMatch(/^interviews-\d{4}-\d\d-\d\d\.xlsx$/);
  const [names = [], ...rows] = await readSheet(await readFile(await download.path()));
  expect(rows.map((row) => row[names.indexOf("candidate_name")])).toEqual(["Ada Lovelace"]);
});

test("a reviewer neither shares nor exports", async ({ quietPage: page, tenant }) => {
  const { id } = await assessedInterview(tenant.actor, [MODEL_ANALYSIS]);
  const reviewer = { email: `${crypto.randomUUID()}@example.com`, password: crypto.randomUUID() };
  await createUser({ ...reviewer, name: "Rob Reviewer", role: "reviewer" }, tenant.actor);
  await page.goto("/dashboard");
  await signIn(page, reviewer);
  await expect(page.getByText("Ada Lovelace")).toBeVisible();
  await expect(page.getByRole("button", { name: "Export" })).toHaveCount(0);
  await page.goto(`/interviews/${id}`);
  await expect(page.getByRole("heading", { level: 1, name: "Ada Lovelace" })).toBeVisible();
  await expect(page.getByRole("button", { name: "Share" })).toHaveCount(0);
});
