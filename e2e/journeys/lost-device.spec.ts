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

test("a device that is pulled out without a word to its track is replaced in a new segment", async ({
  page,
  tenant,
  emitted,
}) => {
  const sessionId = await record(page, (await tenant.invite()).url);
  await pullOutCamera(page, { another: true });
  await expect(page.getByText("Your camera or microphone went away for a moment.")).toBeVisible();
  await expect.poll(async () => (await storedSegments(sessionId))[1]?.length ?? 0).toBeGreaterThan(1);
  await expectStored(sessionId, emitted);
  expect(await typesOf(sessionId)).toEqual([expect.stringMatching(/^video/), expect.stringMatching(/^video/)]);
  expect(await issuesOf(sessionId)).toMatchObject([{ code: "device_lost", segmentIndex: 0 }]);
});

test("where there is no other camera, the recording goes on with the voice alone and says so", async ({
  page,
  tenant,
  emitted,
}) => {
  const sessionId = await record(page, (await tenant.invite()).url);
  await pullOutCamera(page, { another: false });
  await expect(page.getByText("Your camera has gone. Recording goes on with your voice alone.")).toBeVisible();
  await expect.poll(async () => (await storedSegments(sessionId))[1]?.length ?? 0).toBeGreaterThan(1);
  await expectStored(sessionId, emitted);
  expect(await typesOf(sessionId)).toEqual([expect.stringMatching(/^video/), expect.stringMatching(/^audio/)]);
  expect(await issuesOf(sessionId)).toMatchObject([{ code: "device_lost", segmentIndex: 0 }, { code: "no_camera" }]);
});

/** As the system tells it: the camera is in no list any more, and the browser says that the list has changed. */
const pullOutCamera = (page: Page, { another }: { another: boolean }) =>
  page.evaluate(async (another) => {
    const { mediaDevices } = navigator;
    const left = (await mediaDevices.enumerateDevices()).filter(({ kind }) => kind !== "videoinput");
    const open = mediaDevices.getUserMedia.bind(mediaDevices);
    mediaDevices.enumerateDevices = async () => left;
    mediaDevices.getUserMedia = async (wanted) => {
      if (wanted?.video && !another) throw new DOMException("There is no camera.", "NotFoundError");
      return open(wanted);
    };
    mediaDevices.dispatchEvent(new Event("devicechange"));
  }, another);

async function typesOf(sessionId: string): Promise<string[]> {
  const segments = await db().segment.findMany({ where: { sessionId }, orderBy: { index: "asc" } });
  return segments.map(({ mimeType }) => mimeType);
}

const issuesOf = (sessionId: string) =>
  db().sessionEvent.findMany({ where: { sessionId, kind: "technical_issue" }, orderBy: { id: "asc" } });
