import type { Page } from "playwright/test";
import { db } from "../../lib/db/client.ts";
import { bySegment, expectStored, storedSegments } from "../support/emitted.ts";
import { expect, test } from "../support/journey.ts";
import { record } from "../support/record.ts";

/** Does something to the recorder that runs now, behind the product's back. */
const mistreat = (page: Page, how: (recorder: MediaRecorder) => void) =>
  page.evaluate(`(${how})(window.recorders.at(-1))`);

test("a recorder that stalls without a word is replaced within seconds", async ({ page, tenant, emitted }) => {
  const sessionId = await record(page, (await tenant.invite()).url);
  await mistreat(page, (recorder) => recorder.pause());
  await expect(page.getByText("Your browser stopped recording for a moment. We started it again.")).toBeVisible();
  await expect.poll(async () => (await storedSegments(sessionId))[1]?.length ?? 0).toBeGreaterThan(1);
  await expectStored(sessionId, emitted);

  const where = { sessionId, kind: "technical_issue" };
  const issue = await db().sessionEvent.findFirst({ where });
  expect(issue).toMatchObject({ code: "recorder_stalled", segmentIndex: 0, segmentOffsetMs: expect.any(Number) });
});

test("a camera and a microphone that go away come back in a new segment", async ({ page, tenant, emitted }) => {
  const sessionId = await record(page, (await tenant.invite()).url);
  await mistreat(page, (recorder) => {
    for (const track of recorder.stream.getTracks()) track.stop();
  });
  await expect(page.getByText("Your camera or microphone went away for a moment.")).toBeVisible();
  await expect.poll(async () => (await storedSegments(sessionId))[1]?.length ?? 0).toBeGreaterThan(1);
  await expectStored(sessionId, emitted);
  expect(bySegment(emitted)).toHaveLength(2);
});
