import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { ROOM_RECORDING } from "../../domain/room-recording.ts";
import { DEVICES, openBrowser, openRecorder } from "../../testing/room/browser.ts";
import { startRoomServer } from "../../testing/room/room-server.ts";
import { videoLimits } from "../recorder/quality.ts";
import { planRecording } from "./plan-recording.ts";
import { RoomRecorder } from "./room-recorder.ts";

const { CAMERA, MICROPHONE } = DEVICES;
const BOTH = { video: videoLimits("HD"), audio: true };
const SESSION = "5c0f3f34-7a0e-4a53-8a0e-1f4a8a7e7a01";

/** As long as a busy machine takes. */
const waitFor = <T>(check: () => T) => vi.waitFor(check, { timeout: 10_000 });

let browser: ReturnType<typeof openBrowser>;
let media: ReturnType<typeof openRecorder>;
let server: Awaited<ReturnType<typeof startRoomServer>>;
let recorder: RoomRecorder;
let issues: string[];
let inSession: boolean;
let close: () => void;

beforeEach(async () => {
  vi.useFakeTimers({ toFake: ["setInterval", "clearInterval", "performance"] });
  server = await startRoomServer();
  browser = openBrowser();
  media = openRecorder();
  for (const [name, value] of Object.entries({ ...browser.globals, fetch: server.fetch })) vi.stubGlobal(name, value);
  issues = [];
  inSession = true;
  recorder = new RoomRecorder({
    wanted: () => ROOM_RECORDING,
    isInSession: () => inSession,
    onIssue: (issue, mark) => issues.push(`${issue}${mark ? "" : " nowhere"}`),
    onLost: () => undefined,
    onReachable: () => undefined,
    startSegment: media.start,
  });
  close = recorder.open();
});
afterEach(async () => {
  close();
  vi.useRealTimers();
  vi.unstubAllGlobals();
  await server.close();
});

/** Camera and microphone are on and recorded. */
async function record(): Promise<void> {
  const stream = await recorder.devices.turnOn(BOTH);
  await recorder.page.claim(SESSION, false);
  await recorder.begin(planRecording({ audio: true, video: true }, stream, ROOM_RECORDING).source);
}

const kinds = () =>
  media.segments.map(({ stream }) =>
    stream
      .getTracks()
      .map(({ kind }) => kind)
      .join(" and "),
  );

/** Time goes by, and the recorder that runs gives something every second. */
async function pass(seconds: number): Promise<void> {
  for (let second = 0; second < seconds; second += 1) {
    media.give();
    await vi.advanceTimersByTimeAsync(1_000);
  }
}

const untilRecording = () => waitFor(() => expect(recorder.getState().state).toBe("recording"));

describe("a device that is pulled out of a recording", () => {
  test("is replaced by itself, in a segment of its own", async () => {
    await record();
    await pass(2);
    browser.plug(CAMERA, { ...CAMERA, deviceId: "other" }, MICROPHONE);
    browser.pull(CAMERA);
    await waitFor(() => expect(kinds()).toEqual(["video and audio", "video and audio"]));
    await untilRecording();
    expect(issues).toEqual(["device_lost"]);
    expect(recorder.getState()).toMatchObject({ setback: "device_lost", blind: false });
    expect(browser.on()).toEqual(["other", "microphone"]);
    recorder.forgetSetback();
    expect(recorder.getState().setback).toBeNull();
  });

  test("leaves the voice, and the picture comes back with the camera, while the microphone stays on", async () => {
    await record();
    await pass(1);
    browser.pull(CAMERA);
    await waitFor(() => expect(recorder.getState()).toMatchObject({ setback: "camera_gone", blind: true }));
    await pass(1);
    browser.plug(CAMERA, MICROPHONE);
    await waitFor(() => expect(recorder.getState()).toMatchObject({ setback: "camera_back", blind: false }));
    expect(kinds()).toEqual(["video and audio", "audio", "audio and video"]);
    expect(issues).toEqual(["device_lost", "camera_gone", "camera_back"]);
    expect(browser.on()).toEqual(["microphone", "camera"]);
  });

  test("and goes again at once is left to the candidate, or to another device", async () => {
    await record();
    await pass(1);
    browser.plug(CAMERA, MICROPHONE, { ...MICROPHONE, deviceId: "other" });
    browser.pull(MICROPHONE);
    await waitFor(() => expect(media.segments).toHaveLength(2));
    await untilRecording();
    await pass(1);
    browser.tracks.findLast(({ deviceId }) => deviceId === "other")?.dispatchEvent(new Event("ended"));
    await waitFor(() => expect(recorder.getState().state).toBe("interrupted"));
    await pass(1);
    expect(media.segments).toHaveLength(2);
    browser.plug(CAMERA, MICROPHONE);
    await untilRecording();
    expect(media.segments).toHaveLength(3);
  });

  test("and breaks off again later goes on by itself again", async () => {
    await record();
    for (const times of [1, 2]) {
      await pass(21);
      browser.tracks.findLast(({ kind }) => kind === "audio")?.dispatchEvent(new Event("ended"));
      await waitFor(() => expect(media.segments).toHaveLength(times + 1));
      await untilRecording();
    }
  });

  test("and that another program holds is tried every ten seconds, where the browser asks nobody", async () => {
    await record();
    await pass(1);
    browser.answer = () => new DOMException("busy", "NotReadableError");
    browser.tracks[1]?.dispatchEvent(new Event("ended"));
    await waitFor(() => expect(recorder.devices.getState()).toEqual({ status: "trouble", trouble: "busy" }));
    browser.answer = null;
    browser.permission = "prompt";
    await pass(11);
    expect(recorder.getState().state).toBe("interrupted");
    browser.permission = "granted";
    await pass(10);
    await untilRecording();
  });
});

describe("a browser's recorder", () => {
  test("that does not take the picture records the voice, and says why", async () => {
    media.refuses = (stream) => stream.getVideoTracks().length > 0;
    await record();
    expect(recorder.getState()).toMatchObject({ state: "recording", failure: "picture", blind: false });
    expect(kinds()).toEqual(["audio"]);
    expect(browser.on()).toEqual(["microphone"]);
    expect(issues).toEqual(["no_picture"]);
  });

  test("that takes nothing leaves the devices off, until another attempt is asked for", async () => {
    media.refuses = () => true;
    await record();
    expect(recorder.getState()).toMatchObject({ state: "idle", failure: "anything" });
    expect(browser.on()).toEqual([]);
    expect(issues).toEqual(["no_recorder nowhere"]);
    media.refuses = () => false;
    await recorder.tryAgain();
    expect(recorder.getState()).toMatchObject({ state: "recording", failure: null });
  });

  test("that begins with the picture and never gives anything goes on with the voice", async () => {
    await record();
    await vi.advanceTimersByTimeAsync(11_000);
    await waitFor(() => expect(recorder.getState()).toMatchObject({ state: "recording", failure: "picture" }));
    expect(issues).toEqual(["silent", "no_picture"]);
  });

  test("that does not take a camera that came back goes on with the voice as it was", async () => {
    await record();
    await pass(1);
    browser.pull(CAMERA);
    await waitFor(() => expect(recorder.getState().blind).toBe(true));
    media.refuses = (stream) => stream.getVideoTracks().length > 0;
    browser.plug(CAMERA, MICROPHONE);
    await waitFor(() => expect(browser.tracks.filter(({ kind }) => kind === "video")).toHaveLength(2));
    await waitFor(() => expect(browser.on()).toEqual(["microphone"]));
    expect(recorder.getState()).toMatchObject({ state: "recording", blind: true, failure: null });
  });
});

test("outside of the interview nothing is recorded, whatever comes and goes", async () => {
  await record();
  await recorder.page.stop();
  inSession = false;
  browser.plug(CAMERA, MICROPHONE, { ...CAMERA, deviceId: "other" });
  await recorder.recover();
  expect(media.segments).toHaveLength(1);
});

test("what is not wanted is turned off before it begins", async () => {
  await recorder.devices.turnOn(BOTH);
  const voice = await recorder.adapt({ ...ROOM_RECORDING, video: false });
  expect([voice?.getTracks().length, browser.on()]).toEqual([1, ["microphone"]]);
  expect(await recorder.adapt({ ...ROOM_RECORDING, audio: false, video: false })).toBeNull();
  expect(browser.on()).toEqual([]);
});

test("a page that goes away in the middle of a recovery leaves nothing on", async () => {
  await record();
  await pass(1);
  const { promise, resolve } = Promise.withResolvers<void>();
  browser.answer = () => promise;
  const recovering = recorder.recover();
  close();
  resolve();
  await recovering;
  expect(browser.on()).toEqual([]);
  expect(media.running).toBeUndefined();
});
