import { expect, expectAccessible, expectNoSidewaysScroll, signIn, test } from "../support/journey.ts";

test("an empty dashboard teaches its first step, and inviting gives a link that works", async ({
  quietPage: page,
  tenant,
}) => {
  await page.goto("/dashboard");
  await signIn(page, tenant.recruiter);
  await expect(page).toHaveURL(/\/dashboard/);
  await expectAccessible(page);
  await page
    .getByRole("button", { name: /Invite/ })
    .first()
    .click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Name").fill("Katherine Johnson");
  await dialog.getByLabel("E-mail").fill("katherine@example.com");
  await expectAccessible(page);
  await dialog.getByRole("button", { name: /Invite|Create/ }).click();
  const link = await dialog.getByLabel("Personal link").inputValue();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("link", { name: /Katherine Johnson/ })).toBeVisible();
  await page.goto(link);
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Katherine Johnson");
});

test("what is wrong with an invitation is said where it is, and one that may not be meant is asked about", async ({
  page, // what the server asks back is an error on the console
  tenant,
}) => {
  const email = `${crypto.randomUUID()}@example.com`;
  await tenant.invite({ name: "Ada Lovelace", email });
  await page.goto("/dashboard");
  await signIn(page, tenant.recruiter);
  await page.getByRole("button", { name: "Invite candidate" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("E-mail").fill("ada@nowhere");
  await page.keyboard.press("Enter");
  await expect(dialog.getByText("The name must not be empty.")).toBeVisible();
  await expect(dialog.getByText("The address must be an e-mail address such as")).toBeVisible();
  await expect(dialog.getByLabel("Name")).toBeFocused();
  await expectAccessible(page);

  await dialog.getByLabel("Name").fill("Ada King");
  await dialog.getByLabel("E-mail").fill(email);
  await page.keyboard.press("Enter");
  await expect(dialog.getByRole("alert")).toContainText("A second link is an interview of its own");
  await dialog.getByRole("button", { name: "Invite once more" }).click();
  await expect(dialog.getByRole("alert")).toContainText("You wrote “Ada King”.");
  await dialog.getByRole("button", { name: "Only on this interview" }).click();
  await expect(dialog.getByLabel("Personal link")).toHaveValue(/\/interview\//);
});

test("several open invitations are chosen by keyboard and revoked at once, unless it is undone", async ({
  quietPage: page,
  tenant,
  context,
}) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  for (const name of ["Ada Lovelace", "Grace Hopper", "Katherine Johnson"]) await tenant.invite({ name });
  await page.goto("/dashboard");
  await signIn(page, tenant.recruiter);
  await expect(async () => {
    await page.keyboard.press("k"); // nobody listens before the page's script does
    await expect(page.getByRole("link", { name: "Katherine Johnson" })).toBeFocused({ timeout: 500 });
  }).toPass();
  await page.keyboard.press("x");
  await page.keyboard.press("j");
  await page.keyboard.press("x");
  await expect(page.getByText("2 chosen")).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Copy links" }).click();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied).toMatch(/^Katherine Johnson\thttp\S+\nGrace Hopper\thttp\S+$/);

  await page.getByRole("button", { name: "Revoke" }).click();
  await page.getByRole("button", { name: "Undo" }).click();
  await page.getByRole("checkbox", { name: "Choose all on this page" }).check();
  await page.getByRole("checkbox", { name: "Choose Ada Lovelace" }).uncheck();
  await page.getByRole("button", { name: "Revoke" }).click();
  await expect(page.getByText("Revoking 2 invitations", { exact: true })).toBeVisible();
  const list = page.getByRole("list", { name: "Interviews" });
  await expect(list.getByText("Revoked")).toHaveCount(2);
  await expect(list.getByRole("listitem").filter({ hasText: "Ada Lovelace" })).toContainText("Invited");
  await expect(page.getByText(/chosen/)).toHaveCount(0);
  await page.getByRole("link", { name: "Ada Lovelace" }).focus();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1, name: "Ada Lovelace" })).toBeVisible();
});

test("unknown user and wrong password get the same answer, and guessing is slowed", async ({ page, tenant }) => {
  await page.goto("/sign-in");
  const tryWith = async (email: string) => {
    await signIn(page, { email, password: "not the password" });
    const alert = page.getByRole("alert").filter({ hasText: /./ });
    await expect(alert.first()).toBeVisible();
    return alert.first().textContent();
  };
  const unknown = await tryWith("nobody@example.com");
  await page.reload();
  expect(await tryWith(tenant.recruiter.email)).toBe(unknown);
  for (let attempt = 0; attempt < 8; attempt++) {
    await page.reload();
    await tryWith(tenant.recruiter.email);
  }
  await expect(page.getByText(/Too many attempts/)).toBeVisible();
});

test("the pages are in order in the dark and on a phone", async ({ quietPage: page, tenant }) => {
  await tenant.invite({ name: "Ada Lovelace" });
  await page.emulateMedia({ colorScheme: "dark" });
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto("/");
  await expectAccessible(page);
  await page.goto("/dashboard");
  await signIn(page, tenant.recruiter);
  await expect(page.getByRole("link", { name: /Ada Lovelace/ })).toBeVisible();
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
  await page.getByRole("link", { name: /Ada Lovelace/ }).click();
  await expect(page.getByRole("heading", { level: 1, name: /Ada Lovelace/ })).toBeVisible();
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
});

test("a link that opens nothing says so humanely", async ({ page }) => {
  const response = await page.goto("/interview/00000000-0000-4000-8000-000000000000");
  expect(response?.status()).toBe(404);
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await expectAccessible(page);
});
