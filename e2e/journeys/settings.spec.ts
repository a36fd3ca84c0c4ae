import type { Actor } from "../../lib/domain/actor.ts";
import { createApiKey } from "../../lib/keys/create-api-key.ts";
import { findApiKey } from "../../lib/keys/find-api-key.ts";
import { createUser } from "../../lib/members/create-user.ts";
import { testInvitation } from "../../lib/testing/invitation.ts";
import { expect, expectAccessible, expectNoSidewaysScroll, signIn, test } from "../support/journey.ts";

test("an owner makes a key by keyboard, sees it once, uses it and revokes it", async ({
  quietPage: page,
  tenant,
  context,
  baseURL,
}) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.goto("/settings/api-keys");
  await signIn(page, tenant.recruiter);
  await expect(page).toHaveURL(/\/settings\/api-keys/);
  await expectAccessible(page);
  await page.getByRole("button", { name: "Create key" }).focus();
  await page.keyboard.press("Enter");
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Name").fill("Our tracker");
  await page.keyboard.press("Tab");
  await page.keyboard.press("ArrowDown"); // from live to test
  await expect(dialog.getByLabel("Test", { exact: true })).toBeChecked();
  await expectAccessible(page);
  await dialog.getByLabel("Name").press("Enter");
  const key = await dialog.getByLabel("API key").inputValue();
  expect(key).toMatch(/^tf_test_/);
  await dialog.getByRole("button", { name: "Copy key" }).click();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(key);
  await expectAccessible(page);
  await page.keyboard.press("Escape");
  const row = page.getByRole("listitem").filter({ hasText: "Our tracker" });
  await expect(row).toContainText("Test");
  expect(await page.content()).not.toContain(key);

  const ask = () =>
    fetch(`${baseURL}/api/interview/analysis/1`, { headers: { authorization: `Bearer ${key}` } }).then((r) => r.status);
  expect(await ask()).toBe(404);
  await row.getByRole("button", { name: "Revoke Our tracker" }).click();
  await expect(dialog).toContainText("stops working at once");
  await expectAccessible(page);
  await dialog.getByRole("button", { name: "Revoke key" }).click();
  await expect(page.getByText("Keys that no longer work (1)")).toBeVisible();
  expect(await ask()).toBe(401);

  await page.getByRole("link", { name: "Activity" }).click();
  await expect(page.getByText("Rita Recruiter revoked an API key")).toBeVisible();
  await expect(page.getByText("Rita Recruiter signed in").first()).toBeVisible();
  await expectAccessible(page);
});

test("what is wrong with a key is said where it is, and the keyboard goes there", async ({ page, tenant }) => {
  await page.goto("/settings/api-keys");
  await signIn(page, tenant.recruiter);
  await page.getByRole("button", { name: "Create key" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel(/Web pages that may use it/).fill("app.example.com");
  await dialog.getByRole("button", { name: "Create key" }).click();
  await expect(dialog.getByText("The name must not be empty.")).toBeVisible();
  await expect(dialog.getByText(/Each line must be an origin such as/)).toBeVisible();
  await expect(dialog.getByLabel("Name")).toBeFocused();
});

test("whoever changes their password stays signed in here and nowhere else", async ({
  quietPage: page,
  tenant,
  browser,
  baseURL,
}) => {
  const elsewhere = await (await browser.newContext(baseURL ? { baseURL } : {})).newPage();
  for (const each of [page, elsewhere]) {
    await each.goto("/settings");
    await signIn(each, tenant.recruiter);
    await expect(each.getByRole("heading", { name: "Password" })).toBeVisible();
  }
  await page.getByLabel("Current password").fill(tenant.recruiter.password);
  await page.getByLabel("New password").fill("three words of mine");
  await page.getByRole("button", { name: "Change password" }).click();
  await expect(page.getByText("Your password is changed", { exact: true })).toBeVisible();
  await elsewhere.reload();
  await expect(elsewhere).toHaveURL(/\/sign-in/);
  await page.reload();
  await expect(page.getByRole("heading", { name: "Password" })).toBeVisible();

  await page.getByRole("button", { name: "Sign out everywhere" }).click();
  await expect(page).toHaveURL(/\/sign-in/);
  await page.goto("/dashboard");
  await expect(page).toHaveURL(/\/sign-in\?next=/);
  await elsewhere.context().close();
});

test("a reviewer finds their account in the menu, and nothing that is for owners", async ({
  quietPage: page,
  tenant,
}) => {
  const reviewer = { email: `reviewer-${tenant.recruiter.email}`, password: "a good long one" };
  await createUser({ ...reviewer, name: "Rowan Reviewer", role: "reviewer" }, tenant.actor);
  await page.setViewportSize({ width: 390, height: 844 });
  await page.emulateMedia({ colorScheme: "dark" });
  await page.goto("/dashboard");
  await signIn(page, reviewer);
  await page.getByRole("button", { name: /Account of/ }).click();
  await page.getByRole("menuitem", { name: "Settings" }).click();
  await expect(page.getByRole("heading", { name: "Password" })).toBeVisible();
  await expect(page.getByRole("link", { name: "API keys" })).toHaveCount(0);
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
  for (const place of ["api-keys", "activity"]) {
    await page.goto(`/settings/${place}`);
    await expect(page.getByRole("heading", { name: /for owners/ })).toBeVisible();
    await expectAccessible(page);
  }
});

test("the settings are in order in the dark and on a phone", async ({ quietPage: page, tenant }) => {
  await page.emulateMedia({ colorScheme: "dark" });
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto("/settings/account");
  await signIn(page, tenant.recruiter);
  await expect(page.getByRole("heading", { name: "Password" })).toBeVisible();
  for (const place of ["account", "api-keys", "activity"]) {
    await page.goto(`/settings/${place}`);
    await expect(page.getByRole("heading", { level: 1, name: "Settings" })).toBeVisible();
    await expectAccessible(page);
    await expectNoSidewaysScroll(page);
  }
});

test("an interview in the sandbox says that it is none of the real ones, which do not show it", async ({
  quietPage: page,
  tenant,
}) => {
  const key = await findApiKey((await createApiKey({ name: "tests", kind: "test" }, tenant.actor)).plain);
  const sandbox: Actor = { kind: "system", organizationId: key?.organizationId ?? "" };
  const email = `sandbox-${tenant.recruiter.email}`;
  const { interviewId } = await testInvitation({ name: "Nobody Real", email }, sandbox);
  const guest = { email, password: "a good long one" };
  await createUser({ ...guest, role: "reviewer" }, sandbox);
  await page.goto(`/interviews/${interviewId}`);
  await signIn(page, guest);
  await expect(page.getByText("This is the sandbox", { exact: true })).toBeVisible();
  await expectAccessible(page);

  await page.context().clearCookies();
  await page.goto("/dashboard");
  await signIn(page, tenant.recruiter);
  await expect(page.getByRole("heading", { name: "Invite your first candidate" })).toBeVisible();
  await expect(page.getByText("Nobody Real")).toHaveCount(0);
});
