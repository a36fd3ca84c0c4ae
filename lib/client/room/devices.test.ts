import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { DEVICES, openBrowser } from "../../testing/room/browser.ts";
import type { Wanted } from "../devices/open-stream.ts";
import { videoLimits } from "../recorder/quality.ts";
import { Devices } from "./devices.ts";

const BOTH: Wanted = { video: videoLimits("HD"), audio: true };
const OTHER = { kind: "videoinput", deviceId: "other camera", label: "" } as const;
const { CAMERA, MICROPHONE } = DEVICES;

/** As long as a busy machine takes. */
const waitFor = <T>(check: () => T) => vi.waitFor(check, { timeout: 10_000 });

let browser: ReturnType<typeof openBrowser>;
let devices: Devices;
let pictures: boolean[];
let close: () => void;

beforeEach(() => {
  browser = openBrowser();
  for (const [name, value] of Object.entries(browser.globals)) vi.stubGlobal(name, value);
  pictures = [];
  devices = new Devices({
    onPicture: (stream) => pictures.push(stream.getVideoTracks().length > 0),
    onPlugged: () => undefined,
  });
  close = devices.open();
});
afterEach(() => {
  close();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const refusal = (name: string) => () => new DOMException("no", name);
const trackOf = (deviceId: string) => browser.tracks.findLast((track) => track.deviceId === deviceId);

describe("camera and microphone", () => {
  test("open, are told to whoever watches, and are off when the page is gone", async () => {
    const seen: string[] = [];
    devices.subscribe(() => seen.push(devices.getState().status));
    expect(await devices.turnOn(BOTH)).not.toBeNull();
    expect(devices.getState()).toMatchObject({ status: "on", lost: false, blind: false });
    expect(browser.on()).toEqual(["camera", "microphone"]);
    close();
    expect(browser.on()).toEqual([]);
    expect(seen).toEqual(["opening", "on", "off"]);
  });

  test.each([
    ["NotAllowedError", "refused"],
    ["NotFoundError", "missing"],
    ["NotReadableError", "busy"],
  ] as const)("that answer with %s are in trouble, and can be tried again", async (name, trouble) => {
    browser.answer = refusal(name);
    expect(await devices.turnOn(BOTH)).toBeNull();
    expect(devices.getState()).toEqual({ status: "trouble", trouble });
    browser.answer = null;
    expect(await devices.turnOnAgain()).not.toBeNull();
    expect(devices.getState().status).toBe("on");
  });

  test("opened anew turn the old ones off", async () => {
    await devices.turnOn(BOTH);
    await devices.turnOn({ video: null, audio: true });
    expect(browser.on()).toEqual(["microphone"]);
  });

  test("that are allowed after they were turned off stay off", async () => {
    const { promise, resolve } = Promise.withResolvers<void>();
    browser.answer = () => promise;
    const asking = devices.turnOn(BOTH);
    devices.turnOff();
    resolve();
    expect(await asking).toBeNull();
    expect(devices.getState().status).toBe("off");
    expect(browser.on()).toEqual([]);
  });

  test("that open later than what was asked for after them are turned off again", async () => {
    const first = Promise.withResolvers<void>();
    browser.answer = () => first.promise;
    const slow = devices.turnOn(BOTH);
    browser.answer = null;
    await devices.turnOn({ video: null, audio: true });
    first.resolve();
    expect(await slow).toBeNull();
    expect(browser.on()).toEqual(["microphone"]);
  });
});

describe("a device that is pulled out", () => {
  test("is lost, whether or not its track says so", async () => {
    for (const silently of [false, true]) {
      browser.there = [CAMERA, MICROPHONE];
      await devices.turnOn(BOTH);
      browser.pull(CAMERA, { silently });
      await waitFor(() => expect(devices.getState()).toMatchObject({ status: "on", lost: true }));
    }
  });

  test("is replaced by another one of its kind", async () => {
    await devices.turnOn({ ...BOTH, cameraId: "camera" });
    browser.pull(CAMERA);
    browser.plug(OTHER, MICROPHONE);
    await devices.turnOnAgain();
    expect(browser.on()).toEqual(["other camera", "microphone"]);
    expect(devices.getState()).toMatchObject({ status: "on", lost: false, blind: false });
  });

  test("leaves the microphone where there is no other camera", async () => {
    await devices.turnOn(BOTH);
    browser.pull(CAMERA);
    await devices.turnOnAgain();
    expect(browser.on()).toEqual(["microphone"]);
    expect(devices.getState()).toMatchObject({ status: "on", blind: true });
  });

  test("leaves nothing where it was the only microphone", async () => {
    await devices.turnOn(BOTH);
    browser.pull(MICROPHONE);
    expect(await devices.turnOnAgain()).toBeNull();
    expect(devices.getState()).toEqual({ status: "trouble", trouble: "missing" });
  });
});

describe("a camera that is away", () => {
  beforeEach(async () => {
    await devices.turnOn(BOTH);
    browser.pull(CAMERA);
    await devices.turnOnAgain();
  });

  test("is taken up again beside the microphone as soon as it is back", async () => {
    const microphone = trackOf("microphone");
    browser.plug(CAMERA, MICROPHONE);
    await devices.takeCamera({ asking: false });
    expect(devices.getState()).toMatchObject({ status: "on", blind: false });
    expect(pictures).toEqual([true]);
    expect(microphone?.readyState).toBe("live");
  });

  test("is not taken where the browser would ask, unless the person asked for it", async () => {
    browser.permission = "prompt";
    browser.plug(CAMERA, MICROPHONE);
    await devices.takeCamera({ asking: false });
    expect(browser.on()).toEqual(["microphone"]);
    await devices.takeCamera({ asking: true });
    expect(browser.on()).toEqual(["microphone", "camera"]);
  });

  test("that comes after all was turned off is let go", async () => {
    browser.plug(CAMERA, MICROPHONE);
    const taking = devices.takeCamera({ asking: true });
    devices.turnOff();
    await taking;
    expect(browser.on()).toEqual([]);
  });
});

test("a camera that gives no picture for a while is blind until it gives one again", async () => {
  vi.useFakeTimers();
  await devices.turnOn(BOTH);
  const camera = trackOf("camera");
  const say = (muted: boolean) => {
    Object.assign(camera ?? {}, { muted });
    camera?.dispatchEvent(new Event(muted ? "mute" : "unmute"));
  };
  say(true);
  await vi.advanceTimersByTimeAsync(3_000);
  expect(devices.getState()).toMatchObject({ status: "on", blind: true });
  say(false);
  expect(devices.getState()).toMatchObject({ status: "on", blind: false });
  expect(pictures).toEqual([false, true]);
});

test("a camera that cannot be recorded is turned off, and the voice stays", async () => {
  const stream = await devices.turnOn(BOTH);
  if (stream) devices.goBlind(stream);
  expect(browser.on()).toEqual(["microphone"]);
  expect(devices.getState()).toMatchObject({ status: "on", blind: true });
});

test("another picture than the camera was opened for is asked of it, and none turns it off", async () => {
  await devices.turnOn(BOTH);
  await devices.adaptPicture(videoLimits("SD"));
  expect(trackOf("camera")?.constraints).toMatchObject({ width: { ideal: 640 } });
  await devices.adaptPicture(null);
  expect(browser.on()).toEqual(["microphone"]);
  expect(devices.getState()).toMatchObject({ status: "on", blind: false });
});
