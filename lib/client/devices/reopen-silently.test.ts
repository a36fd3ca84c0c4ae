import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { opensSilently, reopenCamera } from "./reopen-silently.ts";

const LIMITS = { width: 640, height: 480, frameRate: 30, bitsPerSecond: 1_000_000 };
const CAMERA = { kind: "videoinput", deviceId: "cam", label: "" };
const MICROPHONE = { kind: "audioinput", deviceId: "mic", label: "" };

/** A stand-in for a browser, which Node does not have. */
let there: object[];
let permission: () => Promise<{ state: string }>;
let open: (wanted: { video: { deviceId?: { exact: string } } }) => unknown;

beforeEach(() => {
  there = [CAMERA, MICROPHONE];
  permission = async () => ({ state: "granted" });
  open = ({ video }) => video.deviceId?.exact ?? "any";
  vi.stubGlobal("navigator", {
    permissions: { query: () => permission() },
    mediaDevices: {
      enumerateDevices: async () => there,
      getUserMedia: async (wanted: Parameters<typeof open>[0]) => {
        const track = open(wanted);
        return { getVideoTracks: () => [track] };
      },
    },
  });
});
afterEach(() => {
  vi.unstubAllGlobals();
});

test("a device that is there and allowed opens without a question", async () => {
  expect(await opensSilently("camera")).toBe(true);
  expect(await opensSilently("microphone")).toBe(true);
});

test("a device that is not there is not asked for", async () => {
  there = [MICROPHONE];
  expect(await opensSilently("camera")).toBe(false);
});

test.each(["prompt", "denied"])("a permission that is %s is left alone", async (state) => {
  permission = async () => ({ state });
  expect(await opensSilently("camera")).toBe(false);
});

test("a browser that does not tell is taken to ask", async () => {
  permission = () => Promise.reject(new TypeError("unknown name"));
  expect(await opensSilently("camera")).toBe(false);
});

test("the camera from before comes first, another one while it is busy", async () => {
  expect(await reopenCamera(LIMITS, "cam")).toBe("cam");
  open = ({ video }) => {
    if (video.deviceId) throw new DOMException("busy", "NotReadableError");
    return "another";
  };
  expect(await reopenCamera(LIMITS, "cam")).toBe("another");
  expect(await reopenCamera(LIMITS, "unplugged")).toBe("another");
});

test("there is none while every camera is busy", async () => {
  open = () => {
    throw new DOMException("busy", "NotReadableError");
  };
  expect(await reopenCamera(LIMITS, "cam")).toBeNull();
});
