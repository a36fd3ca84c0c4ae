import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { watchPicture } from "./watch-picture.ts";

/** A stand-in for a camera's track, which Node does not have. */
class Camera extends EventTarget {
  muted = false;
  readyState: MediaStreamTrackState = "live";
  say(muted: boolean): void {
    this.muted = muted;
    this.dispatchEvent(new Event(muted ? "mute" : "unmute"));
  }
}

let camera: Camera;
let told: boolean[];
const watch = () => watchPicture(camera as unknown as MediaStreamTrack, (gives) => told.push(gives));

beforeEach(() => {
  vi.useFakeTimers();
  camera = new Camera();
  told = [];
});
afterEach(() => {
  vi.useRealTimers();
});

test("a picture that stands still for a moment has not gone", () => {
  watch();
  camera.say(true);
  vi.advanceTimersByTime(2_900);
  camera.say(false);
  vi.advanceTimersByTime(60_000);
  expect(told).toEqual([]);
});

test("a picture that is away longer has gone, and comes back at once", () => {
  watch();
  camera.say(true);
  vi.advanceTimersByTime(3_000);
  expect(told).toEqual([false]);
  camera.say(false);
  expect(told).toEqual([false, true]);
});

test("a camera that is blind from the start is noticed", () => {
  camera.muted = true;
  watch();
  vi.advanceTimersByTime(3_000);
  expect(told).toEqual([false]);
});

test("a camera that has ended says no more", () => {
  watch();
  camera.say(true);
  camera.readyState = "ended";
  vi.advanceTimersByTime(3_000);
  expect(told).toEqual([]);
});
