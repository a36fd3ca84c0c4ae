import type { Locator, Page } from "playwright/test";
import { db } from "../../lib/db/client.ts";
import { MODEL_ANALYSIS } from "../support/given-analyses.ts";
import { expect, expectAccessible, expectNoSidewaysScroll, signIn, test } from "../support/journey.ts";
import { recordedInterview } from "../support/recorded-interview.ts";
import type { Tenant } from "../support/tenant.ts";

/* A candidate who changed the browser in the middle: the second of three segments could not join the others. */

async function openInterview(page: Page, tenant: Tenant, baseUrl: string): Promise<Locator> {
  const folders = ["chrome-webm/segment-0", "chrome-mp4", "chrome-webm/segment-1"];
  const { id, sessionId } = await recordedInterview(baseUrl, tenant.actor, [MODEL_ANALYSIS], folders);
  const second = { where: { sessionId, position: 2 }, data: { segmentIndex: 1, segmentOffsetMs: 2_000 } };
  await db().question.updateMany(second);
  await db().answer.updateMany(second);
  await page.goto(`/interviews/${id}`);
  await signIn(page, tenant.recruiter);
  const player = page.getByLabel("Recording of Ada Lovelace");
  await expect.poll(() => player.evaluate((media: HTMLMediaElement) => media.readyState)).toBeGreaterThan(0);
  return player;
}

/** The file in the player, and whether it is where it was sent or has played on from there for a while. */
async function expectPlaying(player: Locator, file: number, fromSeconds: number): Promise<void> {
  const state = () =>
    player.evaluate(
      (media: HTMLMediaElement, from) => ({
        file: Number(new URL(media.currentSrc).searchParams.get("file") ?? 1),
        isThere: media.currentTime >= from - 0.1 && media.currentTime < from + 4,
        isOpen: media.readyState > 1,
      }),
      fromSeconds,
    );
  await expect.poll(state).toEqual({ file, isThere: true, isOpen: true });
}

test("what was recorded in another way plays from its own file: questions, quotes and marks lead there and back", async ({
  quietPage: page,
  tenant,
  baseURL,
}) => {
  const player = await openInterview(page, tenant, baseURL ?? "");
  await page.getByRole("button", { name: "Play question 2 from 0:02 of file 2" }).click();
  await expectPlaying(player, 2, 2);
  await expect(page.getByText("plays from a file of its own")).toBeVisible();
  await expectAccessible(page);
  await page.setViewportSize({ width: 390, height: 844 });
  await expectNoSidewaysScroll(page);
  await page.setViewportSize({ width: 1440, height: 900 });

  await page.getByRole("button", { name: "Play question 1 from 0:00", exact: true }).click();
  await expectPlaying(player, 1, 0);
  await expect(page.getByText("plays from a file of its own")).toBeHidden();

  await page.getByText("Communication: 1 quote").click();
  const quotes = page.getByRole("list", { name: "Quotes for Communication" });
  await quotes.getByRole("button", { name: /we wrote both plans on one page/ }).click();
  await expectPlaying(player, 2, 2);

  await page.getByRole("button", { name: "Back to the recording" }).click();
  await expectPlaying(player, 1, 8);
  await page
    .getByRole("list", { name: "Questions in the recording" })
    .getByRole("button", { name: /^Question 2/ })
    .click();
  await expectPlaying(player, 2, 2);
});

test("at the end of such a file the recording goes on with what came next", async ({
  quietPage: page,
  tenant,
  baseURL,
}) => {
  const player = await openInterview(page, tenant, baseURL ?? "");
  await page.getByRole("button", { name: "Play this part from 0:00 of file 2" }).click();
  await expectPlaying(player, 2, 0);
  await player.evaluate((media: HTMLMediaElement) => {
    media.currentTime = media.duration - 0.3;
  });
  await expectPlaying(player, 1, 8);
});
