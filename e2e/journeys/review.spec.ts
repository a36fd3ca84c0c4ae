import type { Page } from "playwright/test";
import { db } from "../../lib/db/client.ts";
import type { Actor } from "../../lib/domain/actor.ts";
import { createUser } from "../../lib/members/create-user.ts";
import { requestDeletion } from "../../lib/privacy/request-deletion.ts";
import { decide } from "../../lib/testing/reviewed.ts";
import { assessedInterview } from "../support/assessed-interview.ts";
import { MODEL_ANALYSIS, RUBRIC_ANALYSIS } from "../support/given-analyses.ts";
import { expect, expectAccessible, expectNoSidewaysScroll, signIn, test } from "../support/journey.ts";
import { recordedInterview } from "../support/recorded-interview.ts";
import type { Tenant } from "../support/tenant.ts";

const HEARD_WITHIN_MS = 5_000;

async function open(page: Page, id: string, { recruiter }: Tenant): Promise<void> {
  await page.goto(`/interviews/${id}`);
  await signIn(page, recruiter);
  await expect(page.getByRole("heading", { level: 1, name: "Ada Lovelace" })).toBeVisible();
}

async function colleague({ actor }: Tenant, name: string): Promise<Actor> {
  const email = `${crypto.randomUUID()}@example.com`;
  const { id } = await createUser({ email, name, role: "reviewer", password: crypto.randomUUID() }, actor);
  return { kind: "user", id, organizationId: actor.organizationId };
}

const decisionOf = (page: Page) => page.getByRole("region", { name: "Decision" });

test("the full screen has the controls, the marks and the keys, on black in the light theme, too", async ({
  quietPage: page,
  tenant,
  baseURL,
}) => {
  const { id } = await recordedInterview(baseURL ?? "", tenant.actor, [MODEL_ANALYSIS]);
  await page.emulateMedia({ colorScheme: "light" });
  await open(page, id, tenant);
  const player = page.getByRole("region", { name: "Recording" });
  const media = player.getByLabel("Recording of Ada Lovelace");
  await expect.poll(() => media.evaluate((video: HTMLMediaElement) => video.readyState)).toBeGreaterThan(0);
  await player.getByRole("button", { name: "Full screen" }).click();
  await expect.poll(() => player.evaluate((place) => document.fullscreenElement === place)).toBe(true);
  await expect(player.getByRole("button", { name: "Play", exact: true })).toBeVisible();
  await expect(player.getByRole("slider", { name: "Position in the recording" })).toBeVisible();
  const colours = await player.evaluate((place) => [getComputedStyle(place).backgroundColor, innerHeight, innerWidth]);
  expect(colours[0]).toMatch(/^(oklch\(0 0 0\)|lab\(0 0 0\)|rgb\(0, 0, 0\))$/);
  const ink = await player.evaluate((place) => getComputedStyle(place).color);
  const onPage = await page.evaluate(() => getComputedStyle(document.body).color);
  expect(ink).not.toBe(onPage); // light words on black, where the page's are dark on light
  const box = await player.boundingBox();
  expect([box?.height, box?.width]).toEqual([colours[1], colours[2]]);
  await expectAccessible(page);

  await page.keyboard.press("2"); // the keys, wherever the keyboard is
  await expect.poll(() => media.evaluate((video: HTMLMediaElement) => video.currentTime)).toBeGreaterThanOrEqual(2);
  await page.keyboard.press("k");
  await expect.poll(() => media.evaluate((video: HTMLMediaElement) => video.paused)).toBe(true);
  await player.getByRole("button", { name: /^Question 1 at/ }).hover();
  await expect(page.getByRole("tooltip")).toBeVisible();
  await page.keyboard.press("f");
  await expect.poll(() => page.evaluate(() => document.fullscreenElement)).toBe(null);
  await expect(player.getByRole("button", { name: "Full screen" })).toBeVisible();
});

test("where nothing but a bare picture may have the screen, the player fills the window", async ({
  quietPage: page,
  tenant,
  baseURL,
}) => {
  const { id } = await recordedInterview(baseURL ?? "", tenant.actor, [MODEL_ANALYSIS]);
  await page.setViewportSize({ width: 844, height: 390 });
  await page.addInitScript("delete Element.prototype.requestFullscreen"); // as on an iPhone
  await open(page, id, tenant);
  const player = page.getByRole("region", { name: "Recording" });
  await player.getByRole("button", { name: "Full screen" }).click();
  await expect(player.getByRole("button", { name: "Leave full screen" })).toBeVisible();
  expect(await player.boundingBox()).toEqual({ x: 0, y: 0, width: 844, height: 390 });
  await expectAccessible(page);
  await page.keyboard.press("Escape");
  await expect(player.getByRole("button", { name: "Full screen" })).toBeFocused();
});

test("a decision is heard of within five seconds, and nobody overrules it without knowing", async ({
  quietPage: page,
  tenant,
}) => {
  const { id: interviewId } = await assessedInterview(tenant.actor, [RUBRIC_ANALYSIS]);
  await open(page, interviewId, tenant);
  const decision = decisionOf(page);
  await decision.getByText("Decline", { exact: true }).click();
  await decision.getByLabel("Reason").fill("Too little about tests.");
  const otto = await colleague(tenant, "Otto Other");
  await decide({ interviewId, decision: "passed", reason: "Clear about causes." }, otto);
  const told = decision.getByRole("alert");
  await expect(told).toContainText("Otto Other has decided: Move forward", { timeout: HEARD_WITHIN_MS });
  await expect(told).toContainText("Clear about causes.");
  await expect(decision.getByRole("list", { name: "Decisions, latest first" })).toContainText("Otto Other");
  await expectAccessible(page);

  await decision.getByRole("button", { name: "Save decision" }).click();
  expect(await db().decision.count({ where: { session: { interviewId } } })).toBe(1);
  await decision.getByRole("button", { name: "Save mine all the same" }).click();
  await expect(decision.getByRole("list", { name: "Decisions, latest first" }).getByRole("listitem")).toHaveText([
    /Decline.*Rita Recruiter.*this one counts/,
    /Move forward.*Otto Other/,
  ]);
  await expect(decision.getByRole("alert")).toHaveCount(0);
});

test("a decision that crosses another on its way is refused by who decided what, and can be made knowingly", async ({
  page, // the refusal is an error on the console
  tenant,
}) => {
  const { id: interviewId } = await assessedInterview(tenant.actor, [RUBRIC_ANALYSIS]);
  await open(page, interviewId, tenant);
  const otto = await colleague(tenant, "Otto Other");
  const address = `**/api/interviews/${interviewId}/decision`;
  await page.route(address, async (route) => {
    if (route.request().method() === "GET") return route.abort(); // nothing is heard meanwhile
    await decide({ interviewId, decision: "passed", reason: "Clear about causes." }, otto);
    await route.continue();
    await page.unroute(address);
  });
  const decision = decisionOf(page);
  await decision.getByText("Decline", { exact: true }).click();
  await decision.getByLabel("Reason").fill("Too little about tests.");
  const refused = page.waitForResponse(
    (response) => response.request().method() === "POST" && response.status() === 409,
  );
  await page.keyboard.press("Control+Enter");
  expect(await (await refused).json()).toMatchObject({
    message: expect.stringContaining("Otto Other decided to move forward"),
    error: { code: "already_decided" },
  });
  await expect(decision.getByRole("alert")).toContainText("Otto Other has decided: Move forward");
  await expect(decision.getByLabel("Reason")).toHaveValue("Too little about tests.");
  await decision.getByRole("button", { name: "Drop mine" }).click();
  await expect(decision.getByLabel("Reason")).toHaveValue("");
  expect(await db().decision.count({ where: { session: { interviewId } } })).toBe(1);
});

test("“Decide” takes the keyboard along without a step in the history, and the keys save", async ({
  quietPage: page,
  tenant,
}) => {
  const { id } = await assessedInterview(tenant.actor, [RUBRIC_ANALYSIS]);
  await open(page, id, tenant);
  const steps = await page.evaluate(() => history.length);
  await page.getByRole("link", { name: "Decide", exact: true }).first().focus();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { name: "Decision", exact: true })).toBeFocused();
  await page.keyboard.press("Tab");
  await page.keyboard.press("Space");
  await expect(page.getByRole("radio", { name: "Move forward" })).toBeChecked();
  await page.keyboard.press("Tab");
  await page.keyboard.type("Clear about causes.");
  await page.keyboard.press("ControlOrMeta+Enter");
  await expect(decisionOf(page)).toContainText("Rita Recruiter");
  expect(await page.evaluate(() => history.length)).toBe(steps);
  expect(page.url()).not.toContain("#");
});

test("a half-written reason survives, leaving asks, and signing out forgets it", async ({
  quietPage: page,
  tenant,
}) => {
  const { id } = await assessedInterview(tenant.actor, [RUBRIC_ANALYSIS]);
  await page.goto("/dashboard?state=to_review&q=ada");
  await signIn(page, tenant.recruiter);
  await page.getByRole("link", { name: "Ada Lovelace" }).click();
  const reason = decisionOf(page).getByLabel("Reason");
  await reason.fill("Half a thou");
  await page.getByRole("link", { name: "Interviews", exact: true }).last().click();
  const dialog = page.getByRole("dialog", { name: "Leave without saving your decision?" });
  await expectAccessible(page);
  await dialog.getByRole("button", { name: "Stay here" }).click();
  await expect(reason).toHaveValue("Half a thou");
  await page.evaluate(() => history.back());
  await dialog.getByRole("button", { name: "Leave" }).click();
  await expect(page).toHaveURL(/\/dashboard\?q=ada&state=to_review|\/dashboard\?state=to_review&q=ada/);

  await page.getByRole("link", { name: "Ada Lovelace" }).click();
  await expect(reason).toHaveValue("Half a thou");
  const asked = page.waitForEvent("dialog");
  page.once("dialog", (unload) => void unload.accept());
  await reason.press("End"); // browsers ask only whoever has touched the page
  await page.reload();
  expect((await asked).type()).toBe("beforeunload");
  await expect(reason).toHaveValue("Half a thou");

  await page.getByRole("button", { name: /Account of/ }).click();
  await page.getByRole("menuitem", { name: "Sign out" }).click();
  await dialog.getByRole("button", { name: "Leave" }).click();
  await expect(page).toHaveURL(/\/sign-in/);
  expect(await page.evaluate(() => Object.keys(localStorage).filter((key) => key.includes("reason")))).toEqual([]);
  await page.goto(`/interviews/${id}`);
  await signIn(page, tenant.recruiter);
  await expect(reason).toHaveValue("");
});

test("“Interviews” leads back to the list as it was, which has what was decided meanwhile", async ({
  quietPage: page,
  tenant,
}) => {
  await assessedInterview(tenant.actor, [RUBRIC_ANALYSIS]);
  await page.goto("/dashboard?state=to_review&q=ada");
  await signIn(page, tenant.recruiter);
  await page.getByRole("link", { name: "Ada Lovelace" }).click();
  const decision = decisionOf(page);
  await decision.getByText("Needs another look", { exact: true }).click();
  await decision.getByLabel("Reason").fill("Ask about tests.");
  await decision.getByRole("button", { name: "Save decision" }).click();
  await expect(decision.getByText("Rita Recruiter")).toBeVisible();
  await page.getByRole("link", { name: "Interviews", exact: true }).last().click();
  await expect(page).toHaveURL(/state=to_review/);
  await expect(page.getByRole("searchbox")).toHaveValue("ada");
  const list = page.getByRole("list", { name: "Interviews" });
  await expect(list).toContainText("Needs another look"); // still open
  await page.getByRole("link", { name: "Another look", exact: true }).click();
  await expect(list).toContainText("Ada Lovelace");
  await expectAccessible(page);

  await page.getByRole("link", { name: "Ada Lovelace" }).click();
  await decision.getByText("Decline", { exact: true }).click();
  await decision.getByLabel("Reason").fill("Nothing about tests.");
  await decision.getByRole("button", { name: "Save decision" }).click();
  await expect(decision.getByText("this one counts")).toBeVisible();
  await page.goBack();
  await expect(page.getByRole("heading", { name: "No interview matches" })).toBeVisible();
});

test("the list shows by itself who has finished", async ({ quietPage: page, tenant }) => {
  const { id } = await assessedInterview(tenant.actor, [RUBRIC_ANALYSIS]);
  await db().session.update({ where: { interviewId: id }, data: { status: "active", lastSeenAt: new Date() } });
  await page.goto("/dashboard");
  await signIn(page, tenant.recruiter);
  const list = page.getByRole("list", { name: "Interviews" });
  await expect(list).toContainText("In progress");
  await db().session.update({ where: { interviewId: id }, data: { status: "completed", endedAt: new Date() } });
  await expect(list).toContainText("Completed", { timeout: 20_000 });
  await page.goto("/dashboard?state=zzz");
  await expect(page.getByText("There is no filter “zzz”")).toBeVisible();
  await expect(list).toContainText("Ada Lovelace");
});

test("what was written is not shown as speech", async ({ quietPage: page, tenant, baseURL }) => {
  const { id, sessionId } = await recordedInterview(baseURL ?? "", tenant.actor, [MODEL_ANALYSIS]);
  await db().answer.updateMany({ where: { sessionId, position: { lte: 2 } }, data: { answeredBy: "text" } });
  await open(page, id, tenant);
  const first = page.getByRole("article").first();
  await expect(first).toContainText("Written answer");
  await expect(first.getByRole("button", { name: /the answer to question 1/ })).toHaveCount(0);
  await first.getByText(/What it rests on/).click();
  await expect(first.getByText("not placed in the recording").first()).toBeVisible();
  await expect(first.getByRole("button", { name: /Play from/ })).toHaveCount(0);
  const captions = await page
    .getByLabel("Recording of Ada Lovelace")
    .evaluate((media) => decodeURIComponent(media.querySelector("track")?.src ?? ""));
  expect(captions).toContain("Question: How would you find out");
  expect(captions).not.toContain("I would measure");
});

test("on paper there is what was said and found, and nothing to press", async ({
  quietPage: page,
  tenant,
  baseURL,
}) => {
  const { id } = await recordedInterview(baseURL ?? "", tenant.actor, [MODEL_ANALYSIS]);
  await page.emulateMedia({ colorScheme: "dark" });
  await open(page, id, tenant);
  await page.emulateMedia({ media: "print" });
  for (const gone of [
    page.getByRole("navigation", { name: "Main" }),
    page.getByLabel("Recording of Ada Lovelace"),
    page.getByRole("button", { name: "Save decision" }),
    page.getByRole("button", { name: "Share" }),
    page.getByLabel("Reason"),
  ]) {
    await expect(gone).toBeHidden();
  }
  await expect(page.getByText(/Recording: /)).toBeVisible();
  await expect(page.getByRole("list", { name: "Quotes for Communication" }).getByRole("button")).toBeVisible();
  const colour = await page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
  expect(colour).toMatch(/^(oklch\(1 0 0\)|lab\(100 0 0\)|rgb\(255, 255, 255\))$/);
});

test("activity names the people, and a request for deletion leads to whom it is from", async ({
  quietPage: page,
  tenant,
}) => {
  const { id: interviewId } = await assessedInterview(tenant.actor, [RUBRIC_ANALYSIS]);
  const otto = await colleague(tenant, "Otto Other");
  await decide({ interviewId, decision: "needs_review", reason: "Sound was poor." }, otto);
  const { token } = await db().interview.findUniqueOrThrow({ where: { id: interviewId } });
  await requestDeletion(token);
  await page.goto("/settings/activity");
  await signIn(page, tenant.recruiter);
  const lines = page.getByRole("list", { name: "Activity, newest first" }).getByRole("listitem");
  const decided = lines.filter({ hasText: "decided about an interview" });
  await expect(decided).toContainText(/Otto Other decided about an interview: Ada Lovelace · Needs another look/);
  await expect(decided.getByRole("link", { name: "Ada Lovelace" })).toHaveAttribute(
    "href",
    `/interviews/${interviewId}`,
  );
  const asked = lines.filter({ hasText: "asked for their data to be deleted" });
  await expect(asked).toContainText("Ada Lovelace asked");
  await expect(asked.getByRole("link")).toHaveAttribute("href", `/interviews/${interviewId}`);
  await expect(page.getByRole("list").getByText("needs_review")).toHaveCount(0);
  await expectAccessible(page);
  await page.setViewportSize({ width: 390, height: 844 });
  await expectNoSidewaysScroll(page);
});
