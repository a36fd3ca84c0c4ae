import type { Page } from "playwright/test";
import { db } from "../../lib/db/client.ts";
import { catalogue, type Say, type Sentences } from "../../lib/words/catalogue.ts";
import { errors } from "../../lib/words/en/errors.ts";
import { pages } from "../../lib/words/en/pages.ts";
import { parts } from "../../lib/words/en/parts.ts";
import { closed } from "../../lib/words/en/room/closed.ts";
import { deletion } from "../../lib/words/en/room/deletion.ts";
import { devices } from "../../lib/words/en/room/devices.ts";
import { passage } from "../../lib/words/en/room/passage.ts";
import { questions } from "../../lib/words/en/room/questions.ts";
import { recording } from "../../lib/words/en/room/recording.ts";
import { welcome } from "../../lib/words/en/room/welcome.ts";
import { expect, expectAccessible, expectNoSidewaysScroll, test } from "../support/journey.ts";
import { GREEK, strangeInvitation } from "../support/strange-invitation.ts";
import { unmarkedWords } from "../support/unmarked-words.ts";

/*
 * A candidate whose invitation is in the strange language: what still reads as English comes from no catalogue, and what does not turn
 * round does not follow the direction of its page.
 */

const strange = <const English extends Sentences>(en: English): Say<English> => catalogue({ en }).in("en-XA");
const say = {
  welcome: strange(welcome),
  devices: strange(devices),
  questions: strange(questions),
  passage: strange(passage),
  recording: strange(recording),
  deletion: strange(deletion),
  closed: strange(closed),
};

/** Every word on the page is said from a catalogue, the page runs from right to left, and nothing sticks out of it. */
async function expectStrange(page: Page): Promise<void> {
  await expect(page.locator("html")).toHaveAttribute("dir", "rtl");
  await expect(page.locator("html")).toHaveAttribute("lang", "en-XA");
  expect(await unmarkedWords(page)).toEqual([]);
  await expectNoSidewaysScroll(page);
}

const press = (page: Page, name: string) => page.getByRole("button", { name, exact: true }).click();
const heading = (page: Page, name: string) => page.getByRole("heading", { name, exact: true });

async function agree(page: Page): Promise<void> {
  await page.getByRole("checkbox").check();
  await press(page, say.welcome("agree"));
}

test("a whole interview is taken in another language, and mirrored", async ({ quietPage: page }) => {
  const { url } = await strangeInvitation();
  await page.goto(url);
  await expect(heading(page, say.welcome("hello", { name: GREEK.candidate }))).toBeVisible();
  await expectStrange(page);
  await press(page, say.welcome("agree"));
  await expect(page.getByText(say.welcome("tick_first"))).toBeVisible();
  await expectStrange(page);
  await agree(page);

  await expect(heading(page, say.devices("check", { wanted: "both" }))).toBeVisible();
  await expectStrange(page);
  await press(page, say.devices("turn_on", { wanted: "both" }));
  await expect(page.getByRole("button", { name: say.devices("start"), exact: true })).toBeVisible();
  await expectStrange(page);
  await expectAccessible(page);
  await press(page, say.devices("start"));

  await expect(page.getByText(say.recording("on"), { exact: true })).toBeVisible();
  await expectStrange(page);
  await press(page, say.questions("first"));

  await expect(heading(page, GREEK.questions[0])).toBeVisible();
  await expectStrange(page);
  await press(page, say.questions("start"));
  await press(page, say.questions("done:next"));
  await expect(page.getByText(say.questions("nothing_heard"))).toBeVisible();
  await page.getByRole("textbox", { name: say.questions("answer") }).fill(GREEK.answer);
  await expectStrange(page);
  await expectAccessible(page);
  await press(page, say.questions("skip"));
  await expect(page.getByRole("dialog", { name: say.questions("skip:title") })).toBeVisible();
  await expectStrange(page);
  await press(page, say.questions("skip:stay"));
  await press(page, say.questions("done:next"));

  await expect(heading(page, GREEK.questions[1])).toBeVisible();
  await press(page, say.questions("skip"));
  await expect(heading(page, GREEK.questions[2])).toBeVisible();
  await press(page, say.questions("start"));
  await page.getByRole("textbox", { name: say.questions("answer") }).fill(GREEK.answer);
  await expectStrange(page);
  await press(page, say.questions("done:last"));
  await expect(heading(page, say.passage("done:title"))).toBeVisible({ timeout: 30_000 });
  await expectStrange(page);

  await page.reload();
  await expect(heading(page, say.closed("completed:title"))).toBeVisible();
  await expectStrange(page);
});

test("what goes wrong on the way is said in it, too: what the server refuses, and a line that is cut", async ({
  page,
}) => {
  const { url } = await strangeInvitation();
  await page.goto(url);
  const message = errors.consent_unknown;
  const refusal = { success: false, message, error: { code: "consent_unknown", issues: [] } };
  await page.route("**/api/interview/consent", (route) => route.fulfill({ status: 409, json: refusal }));
  await agree(page);
  await expect(page.getByText(strange(errors)("consent_unknown"))).toBeVisible();
  await expectStrange(page);

  await page.unroute("**/api/interview/consent");
  await press(page, say.welcome("agree"));
  await press(page, say.devices("type_instead"));
  await press(page, say.questions("first"));
  await page.context().setOffline(true);
  await press(page, say.questions("skip"));
  await expect(heading(page, say.passage("waiting:next"))).toBeVisible();
  await expect(page.getByText(say.recording("saving:offline", { place: "device" }), { exact: true })).not.toHaveCount(
    0,
  );
  await expectStrange(page);
  await page.context().setOffline(false);
  await expect(heading(page, GREEK.questions[1])).toBeVisible({ timeout: 30_000 });
});

test("a request for deletion, and what stands in place of the room until it is answered", async ({
  quietPage: page,
}) => {
  const { url } = await strangeInvitation();
  await page.goto(url);
  await press(page, say.deletion("ask"));
  await expect(page.getByRole("button", { name: strange(parts)("close"), exact: true })).toBeVisible();
  await expectStrange(page);
  await press(page, say.deletion("confirm"));
  await expect(page.getByRole("button", { name: say.deletion("withdraw"), exact: true })).toBeVisible();
  await page.reload();
  await expect(heading(page, say.closed("resting:title"))).toBeVisible();
  await expectStrange(page);
});

test("an invitation that cannot be taken says why in it", async ({ quietPage: page }) => {
  const [revoked, expired] = [await strangeInvitation(), await strangeInvitation()];
  await db().interview.update({ where: { id: revoked.interviewId }, data: { revokedAt: new Date() } });
  await db().interview.update({ where: { id: expired.interviewId }, data: { expiresAt: new Date(0) } });
  for (const [{ url }, title] of [
    [revoked, "revoked:title"],
    [expired, "expired:title"],
  ] as const) {
    await page.goto(url);
    await expect(heading(page, say.closed(title))).toBeVisible();
    await expectStrange(page);
  }
});

test("an address that leads nowhere, and the front door, are in the first language of the browser", async ({
  browser,
  baseURL,
}) => {
  const context = await browser.newContext({ baseURL: baseURL ?? "", locale: "en-XA" });
  const page = await context.newPage();
  await page.goto("/no-such-page");
  await expect(heading(page, strange(pages)("not_found:title"))).toBeVisible();
  await expectStrange(page);
  await page.goto("/");
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await expectStrange(page);
  await context.close();
});
