import type { Page } from "playwright/test";
import { db } from "../../lib/db/client.ts";
import { bySegment, expectStored, untilStored } from "../support/emitted.ts";
import { expect, test } from "../support/journey.ts";
import { record } from "../support/record.ts";

/** Nobody tells the page: it looks every ten seconds (lib/client/room/gentle-retry.ts), and has to open what it finds. */
const LOOKED_FOR = { timeout: 30_000 };

/** Does something to the recorder that runs now, behind the product's back. */
const mistreat = (page: Page, how: (recorder: MediaRecorder) => void) =>
  page.evaluate(`(${how})(window.recorders.at(-1))`);

test("a recorder that stalls without a word is replaced within seconds", async ({ page, tenant, emitted }) => {
  const sessionId = await record(page, (await tenant.invite()).url);
  await mistreat(page, (recorder) => recorder.pause());
  await expect(page.getByText("Your browser stopped recording for a moment. We started it again.")).toBeVisible();
  await untilStored(sessionId, 1, 2);
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
  await untilStored(sessionId, 1, 2);
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
  await untilStored(sessionId, 1, 2);
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
  await untilStored(sessionId, 1, 2);
  await expectStored(sessionId, emitted);
  expect(await typesOf(sessionId)).toEqual([expect.stringMatching(/^video/), expect.stringMatching(/^audio/)]);
  expect(await issuesOf(sessionId)).toMatchObject([{ code: "device_lost", segmentIndex: 0 }, { code: "no_camera" }]);
});

test("a camera that comes back is recorded again by itself, and the microphone was on all the while", async ({
  page,
  tenant,
  emitted,
}) => {
  const sessionId = await record(page, (await tenant.invite()).url);
  await pullOutCamera(page, { another: false });
  await expect(page.getByText("Your camera has gone. Recording goes on with your voice alone.")).toBeVisible();
  await untilStored(sessionId, 1, 2);
  const microphone = await soundOf(page);
  await page.evaluate(() => (window as unknown as Outlet).plugIn({ told: true }));
  await expect(page.getByText("Your camera is back. Recording goes on with your picture.")).toBeVisible();
  await untilStored(sessionId, 2, 2);
  expect(await soundOf(page)).toBe(microphone);
  await expectStored(sessionId, emitted);
  const picture = expect.stringMatching(/^video/);
  expect(await typesOf(sessionId)).toEqual([picture, expect.stringMatching(/^audio/), picture]);
  expect(await issuesOf(sessionId)).toMatchObject([
    { code: "device_lost", segmentIndex: 0 },
    { code: "no_camera", segmentIndex: 1, segmentOffsetMs: expect.any(Number) },
    { code: "camera_back", segmentIndex: 2, segmentOffsetMs: expect.any(Number) },
  ]);
});

test("a camera that another program lets go is taken up again without a word from the system", async ({
  page,
  tenant,
}) => {
  const sessionId = await record(page, (await tenant.invite()).url);
  await pullOutCamera(page, { another: false });
  await expect(page.getByText("Your camera has gone. Recording goes on with your voice alone.")).toBeVisible();
  await page.evaluate(() => (window as unknown as Outlet).plugIn({ told: false }));
  await expect(page.getByText("Your camera is back.")).toBeVisible(LOOKED_FOR);
  await expect.poll(async () => (await typesOf(sessionId)).at(-1)).toMatch(/^video/);
});

test("nobody is asked again for a camera: where the browser would, there is a button", async ({ page, tenant }) => {
  const sessionId = await record(page, (await tenant.invite()).url);
  await page.evaluate(() => {
    navigator.permissions.query = async () => ({ state: "prompt" }) as PermissionStatus;
  });
  await pullOutCamera(page, { another: false });
  await expect(page.getByText("Your camera has gone.")).toBeVisible();
  const asked = await page.evaluate(() => (window as unknown as Outlet).asked);
  await page.evaluate(() => (window as unknown as Outlet).plugIn({ told: true }));
  await untilStored(sessionId, 1, 2);
  expect(await page.evaluate(() => (window as unknown as Outlet).asked)).toBe(asked);
  await page.getByRole("button", { name: "Turn the camera on" }).click();
  await expect(page.getByText("Your camera is back.")).toBeVisible();
});

test("a camera that goes blind leaves the voice, until it gives a picture again", async ({ page, tenant, emitted }) => {
  const sessionId = await record(page, (await tenant.invite()).url);
  await blind(page, true);
  await expect(page.getByText("Your camera has gone.")).toBeVisible();
  await untilStored(sessionId, 1, 2);
  await blind(page, false);
  await expect(page.getByText("Your camera is back.")).toBeVisible();
  await untilStored(sessionId, 2, 2);
  await expectStored(sessionId, emitted);
  const issues = [
    { code: "no_camera", segmentIndex: 1 },
    { code: "camera_back", segmentIndex: 2 },
  ];
  expect(await issuesOf(sessionId)).toMatchObject(issues);
});

test("a microphone that another program lets go is taken up again by itself", async ({ page, tenant, emitted }) => {
  const sessionId = await record(page, (await tenant.invite()).url);
  await page.evaluate(() => {
    const { mediaDevices } = navigator;
    const open = mediaDevices.getUserMedia.bind(mediaDevices);
    mediaDevices.getUserMedia = async () => {
      throw new DOMException("Another program has it.", "NotReadableError");
    };
    (window as unknown as Outlet).plugIn = () => {
      mediaDevices.getUserMedia = open;
    };
  });
  await mistreat(page, (recorder) => {
    for (const track of recorder.stream.getTracks()) track.stop();
  });
  await expect(page.getByText("Your camera or microphone has stopped")).toBeVisible();
  await page.evaluate(() => (window as unknown as Outlet).plugIn({ told: false }));
  await expect(page.getByText("Your camera or microphone went away for a moment.")).toBeVisible(LOOKED_FOR);
  await untilStored(sessionId, 1, 2);
  await expectStored(sessionId, emitted);
});

/** How a test puts a device back in, and how often the page has asked for one since it was pulled out. */
type Outlet = { plugIn(how: { told: boolean }): void; asked: number };

/** As the system tells it: the camera is in no list any more, and the browser says that the list has changed. */
const pullOutCamera = (page: Page, { another }: { another: boolean }) =>
  page.evaluate(async (another) => {
    const { mediaDevices } = navigator;
    const outlet = window as unknown as Outlet;
    const list = mediaDevices.enumerateDevices.bind(mediaDevices);
    const left = (await list()).filter(({ kind }) => kind !== "videoinput");
    const open = mediaDevices.getUserMedia.bind(mediaDevices);
    let gone = !another;
    outlet.asked = 0;
    mediaDevices.enumerateDevices = async () => left;
    mediaDevices.getUserMedia = async (wanted) => {
      outlet.asked += 1;
      if (wanted?.video && gone) throw new DOMException("There is no camera.", "NotFoundError");
      return open(wanted);
    };
    outlet.plugIn = ({ told }) => {
      gone = false;
      mediaDevices.enumerateDevices = list;
      if (told) mediaDevices.dispatchEvent(new Event("devicechange"));
    };
    mediaDevices.dispatchEvent(new Event("devicechange"));
  }, another);

/** As when somebody covers the camera by a switch: the track lives and is muted. */
const blind = (page: Page, muted: boolean) =>
  page.evaluate((muted) => {
    const { recorders } = window as unknown as { recorders: MediaRecorder[] };
    const [camera] = recorders[0]?.stream.getVideoTracks() ?? [];
    if (!camera) throw new Error("There is no camera.");
    Object.defineProperty(camera, "muted", { value: muted, configurable: true });
    camera.dispatchEvent(new Event(muted ? "mute" : "unmute"));
  }, muted);

/** The microphone that is recorded now. */
const soundOf = (page: Page) =>
  page.evaluate(() => {
    const { recorders } = window as unknown as { recorders: MediaRecorder[] };
    return recorders.at(-1)?.stream.getAudioTracks()[0]?.id;
  });

async function typesOf(sessionId: string): Promise<string[]> {
  const segments = await db().segment.findMany({ where: { sessionId }, orderBy: { index: "asc" } });
  return segments.map(({ mimeType }) => mimeType);
}

const issuesOf = (sessionId: string) =>
  db().sessionEvent.findMany({ where: { sessionId, kind: "technical_issue" }, orderBy: { id: "asc" } });
