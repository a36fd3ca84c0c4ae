import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { speak } from "./speak.ts";

const TEXT = "How do you keep a light burning? And in a storm?";
const say = (over: Partial<Parameters<typeof speak>[1]> = {}) =>
  speak(TEXT, { signal: new AbortController().signal, muted: false, language: "en", voiceUrl: null, ...over });

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal("window", globalThis);
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

test("a browser without a voice says so within a second, instead of moving its lips for half a minute", async () => {
  const synthesis = Object.assign(new EventTarget(), { getVoices: () => [] });
  vi.stubGlobal("speechSynthesis", synthesis);
  const saying = say();
  await vi.advanceTimersByTimeAsync(1_000);
  expect(await saying).toBe(false);
});

test("a browser that knows no speech at all says so at once", async () => {
  expect(await say()).toBe(false);
});

test("muted, it takes the time that it would have taken, and misses no voice", async () => {
  let over = false;
  const saying = say({ muted: true }).finally(() => {
    over = true;
  });
  await vi.advanceTimersByTimeAsync(1_000);
  expect(over).toBe(false);
  await vi.advanceTimersByTimeAsync(10_000);
  expect(await saying).toBe(true);
});

test("who stops it is not told that there is no voice", async () => {
  expect(await say({ signal: AbortSignal.abort() })).toBe(true);
});
