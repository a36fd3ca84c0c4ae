import { db, transaction } from "../../lib/db/client.ts";
import * as deliveries from "../../lib/db/webhook-deliveries.ts";
import * as webhooks from "../../lib/db/webhooks.ts";
import { emitEvent } from "../../lib/events/emit-event.ts";
import { createUser } from "../../lib/members/create-user.ts";
import { createWebhook } from "../../lib/webhooks/manage/create-webhook.ts";
import { fault } from "../../lib/words/happened.ts";
import { expect, expectAccessible, expectNoSidewaysScroll, signIn, test } from "../support/journey.ts";
import type { Tenant } from "../support/tenant.ts";

/** A name that no name server knows (RFC 6761). */
const NOWHERE = "https://receiver.invalid/hooks/talentflow";

test("an owner adds a webhook, copies its secret, tests it and reads why nothing arrived", async ({
  quietPage: page,
  tenant,
}) => {
  await page.goto("/settings/webhooks");
  await signIn(page, tenant.recruiter);
  await expect(page.getByText("No program is told yet")).toBeVisible();
  await expectAccessible(page);

  // by keyboard alone
  await page.getByRole("button", { name: "Add webhook" }).press("Enter");
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Address").fill(NOWHERE);
  await dialog.getByRole("checkbox", { name: "All events" }).press("Space");
  await dialog.getByRole("checkbox", { name: "recording.ready" }).press("Space");
  await expectAccessible(page);
  await dialog.getByRole("button", { name: "Add webhook" }).press("Enter");
  await expect(dialog.getByLabel("Signing secret")).toHaveValue(/^whsec_/);
  await expectAccessible(page);
  await dialog.getByRole("button", { name: "Done" }).press("Enter");

  await expect(page.getByRole("heading", { level: 2, name: NOWHERE })).toBeVisible();
  await expect(page.getByText("recording.ready")).toBeHidden();
  await page.getByRole("button", { name: "Send test event" }).press("Enter");
  const row = page.getByRole("listitem").filter({ hasText: "webhook.test" });
  await expect(row.getByText("Failed")).toBeVisible();
  await row.locator("summary").press("Enter");
  await expect(row.getByText("The host's name could not be resolved.")).toBeVisible();
  await expectAccessible(page);
  await row.getByRole("button", { name: "Send again" }).press("Enter");
  await expect(row.getByText("in 2 tries")).toBeVisible();

  await page.getByRole("button", { name: "More to do" }).click();
  await page.getByRole("menuitem", { name: "New secret" }).click();
  await dialog.getByRole("button", { name: "New secret" }).click();
  await expect(dialog.getByLabel("Signing secret")).toHaveValue(/^whsec_/);
  await dialog.getByRole("button", { name: "Done" }).click();
  await expect(page.getByText("signed with the secret before as well")).toBeVisible();
});

test("an address in the company's own network is refused where it was typed", async ({ page, tenant }) => {
  await page.goto("/settings/webhooks");
  await signIn(page, tenant.recruiter);
  await page.getByRole("button", { name: "Add webhook" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Address").fill("https://10.0.0.1/");
  await page.keyboard.press("Enter");
  await expect(dialog.getByText("The address must lead to the public internet.")).toBeVisible();
  await expectAccessible(page);
});

/** A webhook that was stopped, with one event that arrived, one that did not and one that waits. */
async function stoppedWebhook({ actor, invite }: Tenant) {
  const { organizationId } = actor;
  const { webhook } = await createWebhook({ url: NOWHERE, description: "Our applicant tracking" }, actor);
  const { interviewId } = await invite();
  const answers = [
    { status: 200, body: '{"ok":true}' },
    { status: 502, body: "<html><body>Bad gateway</body></html>" },
  ];
  await transaction(async (tx) => {
    await webhooks.disable(tx, webhook.id, fault("given_up", { type: "recording.ready" }));
    await webhooks.update(tx, organizationId, webhook.id, { disabledAt: null });
    for (let version = 1; version <= 3; version++) {
      const data = { version, provisional: false };
      await emitEvent(tx, { organizationId, interviewId, type: "recording.ready", data });
    }
    await webhooks.update(tx, organizationId, webhook.id, { disabledAt: new Date() });
    const sent = await tx.webhookDelivery.findMany({ where: { webhookId: webhook.id }, orderBy: { eventId: "asc" } });
    for (const [index, { status, body }] of answers.entries()) {
      const id = sent[index]?.id ?? "";
      const attempt = { responseStatus: status, responseBody: body, error: null, durationMs: 84 };
      await deliveries.addAttempt(tx, id, attempt);
      await (status === 200 ? deliveries.markDelivered(tx, id) : deliveries.markFailed(tx, id));
    }
  });
  return webhook;
}

test("a webhook that was stopped is told where owners look, and is enabled again, in the dark and on a phone", async ({
  quietPage: page,
  tenant,
}) => {
  const { id } = await stoppedWebhook(tenant);
  await page.emulateMedia({ colorScheme: "dark" });
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto("/dashboard");
  await signIn(page, tenant.recruiter);
  await expect(page.getByText("A webhook was disabled")).toBeVisible();
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
  await page.getByRole("link", { name: "See why" }).click();
  await expect(page.getByText("Our applicant tracking")).toBeVisible();
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
  await page.getByRole("link", { name: NOWHERE }).click();
  await expect(page.getByText("could not be delivered for three days")).toBeVisible();
  const failed = page.getByRole("listitem").filter({ hasText: "Failed" });
  await failed.locator("summary").click();
  await expect(failed.getByText("Bad gateway")).toBeVisible();
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
  await page.getByRole("button", { name: "Enable again" }).click();
  await expect(page.getByText("Disabled: nothing is sent to it")).toBeHidden();
  expect(await db().webhook.findUniqueOrThrow({ where: { id } })).toMatchObject({ disabledAt: null });

  await page.getByRole("button", { name: "More to do" }).click();
  await page.getByRole("menuitem", { name: "Send what was missed" }).click();
  const missed = page.getByRole("dialog");
  await missed.getByLabel("Of which time").selectOption("The last 7 days");
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
  await missed.getByRole("button", { name: "Send them" }).press("Enter");
  await expect(page.getByText("One event is on its way", { exact: true })).toBeVisible();
  await expect(missed).toBeHidden();

  await page.getByRole("button", { name: "More to do" }).click();
  await page.getByRole("menuitem", { name: "Remove" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Remove webhook" }).click();
  await expect(page.getByText("No program is told yet")).toBeVisible();
});

test("webhooks are not for everybody, and the page says so", async ({ page, tenant }) => {
  const person = { email: `reviewer-${tenant.recruiter.email}`, password: tenant.recruiter.password };
  await createUser({ ...person, name: "Rob Reviewer", role: "reviewer" }, tenant.actor);
  await page.goto("/settings/webhooks");
  await signIn(page, person);
  await expect(page.getByText("Webhooks are for owners")).toBeVisible();
  await expectAccessible(page);
});

test("a candidate asks for their data to be deleted, and recruiters see it", async ({ quietPage: page, tenant }) => {
  const { token, interviewId } = await tenant.invite({ name: "Grace Hopper" });
  await db().interview.update({ where: { id: interviewId }, data: { expiresAt: new Date(0) } });
  await page.goto(`/interview/${token}`);
  await page.getByRole("button", { name: "Ask for your data to be deleted" }).press("Enter");
  await expectAccessible(page);
  await page.getByRole("dialog").getByRole("button", { name: "Ask for deletion" }).press("Enter");
  await expect(page.getByText("has been passed on")).toBeVisible();
  await expectAccessible(page);
  await page.goto(`/interviews/${interviewId}`);
  await signIn(page, tenant.recruiter);
  await expect(page.getByText("Asked for deletion")).toBeVisible();
  await expectAccessible(page);
});
