import { randomUUID } from "node:crypto";
import { expect, test } from "../support/journey.ts";
import { leaveSpooled, spooledParts, spooledSessions } from "../support/spool.ts";

const DAY_MS = 24 * 3600 * 1000;

test("what the server refuses for good is kept for a week, in case that was a mistake, and then deleted", async ({
  page,
  baseURL,
}) => {
  await page.goto(`${baseURL}/sign-in`);
  await expect.poll(() => spooledSessions(page).catch(() => null)).toEqual([]); // the site has made its spool
  const [recent, old] = [randomUUID(), randomUUID()]; // sessions that the server does not know
  await leaveSpooled(page, recent, Date.now() - 6 * DAY_MS);
  await leaveSpooled(page, old, Date.now() - 8 * DAY_MS);
  await page.reload();
  await expect.poll(() => spooledSessions(page)).toEqual([recent]);
  expect(await spooledParts(page)).toBe(1);
});
