import { expect, test } from "vitest";
import { sameLimits, videoLimits } from "./quality.ts";

test("a quality is numbers, whether it has a name or not", () => {
  expect(videoLimits("SD")).toEqual({ width: 640, height: 480, frameRate: 30, bitsPerSecond: 1_000_000 });
  const own = { width: 320, height: 240, frame_rate: 15, bitrate: 300_000 };
  expect(videoLimits(own)).toEqual({ width: 320, height: 240, frameRate: 15, bitsPerSecond: 300_000 });
});

test("limits are the same when all their numbers are", () => {
  expect(sameLimits(videoLimits("HD"), videoLimits("HD"))).toBe(true);
  expect(sameLimits(videoLimits("HD"), videoLimits("SD"))).toBe(false);
  expect(sameLimits(videoLimits("HD"), null)).toBe(false);
});
