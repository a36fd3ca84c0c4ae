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
