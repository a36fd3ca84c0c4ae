import { Secret, TOTP } from "otpauth";
import type { Page } from "playwright/test";
import { db } from "../../lib/db/client.ts";
import { endSignIns } from "../../lib/members/end-sign-ins.ts";
import { expect, expectAccessible, expectNoSidewaysScroll, signIn, test } from "../support/journey.ts";
import type { Tenant } from "../support/tenant.ts";

/** Looked at by people, where SCREENSHOTS names a folder. */
async function shot(page: Page, name: string) {
  const folder = process.env.SCREENSHOTS;
  if (folder) await page.screenshot({ path: `${folder}/${name}.png`, fullPage: true });
}

const codeOf = (secret: string, steps: number) =>
  TOTP.generate({ secret: Secret.fromBase32(secret), timestamp: Date.now() + steps * 30_000 });

/** Somebody else, or time, ends every sign-in of theirs. */
async function signOutFromElsewhere({ actor, recruiter }: Tenant) {
  const { id } = await db().user.findUniqueOrThrow({ where: { email: recruiter.email } });
  await endSignIns({ ...actor, kind: "user", id });
}

test("a second factor is set up, asked for, stood in for by a recovery code, and turned off", async ({
  page,
  tenant,
}) => {
  await page.goto("/settings/account");
  await expectAccessible(page);
  await shot(page, "sign-in");
  await signIn(page, tenant.recruiter);
  await expect(page.getByText("It is off.")).toBeVisible();
  await expect(page.getByText("this browser")).toBeVisible();
  await expectAccessible(page);
  await shot(page, "account-off");
  await page.getByRole("button", { name: "Set up" }).click();
  await page.getByLabel("Your password").fill("not this one");
  await page.getByRole("button", { name: "Set up" }).click();
  await expect(page.getByText("The password is not right.")).toBeVisible();
  await page.getByLabel("Your password").fill(tenant.recruiter.password);
  await page.getByRole("button", { name: "Set up" }).click();
  await expect(page.getByRole("img", { name: /QR code/ })).toBeVisible();
  await expectAccessible(page);
  await shot(page, "account-qr");
  const shown = await page.getByText(/^([A-Z2-7]{4} ){7}[A-Z2-7]{4}$/).textContent();
  const secret = (shown ?? "").replaceAll(" ", "");
  await page.getByLabel("Code", { exact: true }).fill("000000");
  await page.getByRole("button", { name: "Turn on" }).click();
  await expect(page.getByText("The code is not right.")).toBeVisible();
  await page.getByLabel("Code", { exact: true }).fill(codeOf(secret, -1));
  await page.getByRole("button", { name: "Turn on" }).click();
  const codes = page.getByRole("list", { name: "Recovery codes" }).getByRole("listitem");
  await expect(codes).toHaveCount(10);
  await expectAccessible(page);
  await shot(page, "account-recovery-codes");
  const recovery = (await codes.first().textContent()) ?? "";
  await page.getByRole("button", { name: "I have kept them" }).click();
  await expect(page.getByText("It is on. 10 recovery codes are left.")).toBeVisible();

  await page.context().clearCookies({ name: /session-token/ });
  await page.goto("/settings/account");
  await signIn(page, tenant.recruiter);
  await expect(page.getByLabel("Code", { exact: true })).toBeFocused();
  await expectAccessible(page);
  await shot(page, "sign-in-code");
  await page.getByLabel("Code", { exact: true }).fill("000000");
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page.getByText("This code is not right")).toBeVisible();
  await shot(page, "sign-in-code-wrong");
  await page.getByLabel("Code", { exact: true }).fill(codeOf(secret, 0));
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page.getByText("It is on.")).toBeVisible();
  await expect(page.getByRole("button", { name: /^Sign out .* at / })).toHaveCount(1);
  await shot(page, "account-on");
  await page.getByRole("button", { name: /^Sign out .* at / }).click();
  await expect(page.getByRole("button", { name: /^Sign out .* at / })).toHaveCount(0);

  await page.context().clearCookies({ name: /session-token/ });
  await page.setViewportSize({ width: 390, height: 844 });
  await page.emulateMedia({ colorScheme: "dark" });
  await page.goto("/settings/account");
  await signIn(page, tenant.recruiter);
  await page.getByRole("button", { name: "Use a recovery code" }).click();
  await page.getByLabel("Recovery code").fill(recovery.toUpperCase());
  await shot(page, "sign-in-recovery-phone-dark");
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page.getByText("It is on. 9 recovery codes are left.")).toBeVisible();
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
  await shot(page, "account-on-phone-dark");
  await page.getByRole("button", { name: "Turn off" }).click();
  await page.getByLabel("Your password").fill(tenant.recruiter.password);
  await page.getByLabel("Code", { exact: true }).fill(codeOf(secret, 1));
  await shot(page, "account-turn-off-phone-dark");
  await page.getByRole("button", { name: "Turn off" }).click();
  await expect(page.getByText("It is off.")).toBeVisible();
});

test("a sign-in that ends while a form is open is opened again over it, and what was written is sent", async ({
  page,
  tenant,
}) => {
  await page.goto("/dashboard");
  await signIn(page, tenant.recruiter);
  await page.getByRole("button", { name: "Invite candidate" }).first().click();
  await page.getByRole("textbox", { name: "Name", exact: true }).fill("Grace Hopper");
  await page.getByRole("textbox", { name: "E-mail", exact: true }).fill("grace@example.com");
  await signOutFromElsewhere(tenant);
  await page.getByRole("button", { name: "Create link" }).click();
  const ended = page.getByRole("dialog", { name: "Your sign-in has ended" });
  await expect(ended).toBeVisible();
  await expectAccessible(page);
  await shot(page, "ended");
  await page.setViewportSize({ width: 390, height: 844 });
  await page.emulateMedia({ colorScheme: "dark" });
  await shot(page, "ended-phone-dark");
  await expectNoSidewaysScroll(page);
  await page.keyboard.press("Escape");
  await expect(page.getByText("Your sign-in has ended. Sign in again, then send it once more.")).toBeVisible();
  await page.getByRole("button", { name: "Create link" }).click();
  await expect(ended.getByLabel("E-mail")).toHaveValue(tenant.recruiter.email);
  await ended.getByRole("textbox", { name: "Password" }).fill(tenant.recruiter.password);
  await ended.getByRole("button", { name: "Sign in" }).click();
  await expect(ended).toBeHidden();
  await expect(page.getByRole("textbox", { name: "Name", exact: true })).toHaveValue("Grace Hopper");
  await page.getByRole("button", { name: "Create link" }).click();
  await expect(page.getByLabel("Personal link")).toHaveValue(/\/interview\//);
});

test("signing out by the menu leaves a kept cookie worth nothing", async ({ quietPage: page, tenant }) => {
  await page.goto("/dashboard");
  await signIn(page, tenant.recruiter);
  await expect(page.getByRole("button", { name: /Account of/ })).toBeVisible();
  const kept = await page.context().cookies();
  await page.getByRole("button", { name: /Account of/ }).click();
  await page.getByRole("menuitem", { name: "Sign out" }).click();
  await expect(page).toHaveURL(/\/sign-in/);
  await page.context().addCookies(kept);
  await page.goto("/dashboard");
  await expect(page).toHaveURL(/\/sign-in\?next=/);
});

test("mistakes at signing in are told with how long to wait", async ({ page, tenant }) => {
  await page.goto("/sign-in");
  await signIn(page, { ...tenant.recruiter, password: "not the password" });
  await expect(page.getByText("E-mail or password is not right.")).toBeVisible();
  await shot(page, "sign-in-wrong");
  for (let mistake = 0; mistake < 5; mistake++) {
    await page.getByRole("button", { name: "Sign in" }).click();
    await expect(page.getByRole("button", { name: "Sign in" })).toBeEnabled();
  }
  await expect(page.getByText(/Too many attempts. Try again in \d+ seconds/)).toBeVisible();
  await expectAccessible(page);
  await shot(page, "sign-in-locked");
  await page.setViewportSize({ width: 390, height: 844 });
  await page.emulateMedia({ colorScheme: "dark" });
  await shot(page, "sign-in-locked-phone-dark");
});
