import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { playVoice } from "./play-voice.ts";

/** Stands in for the browser's player: a test decides what becomes of it. */
class FakeAudio {
  static latest: FakeAudio;
  static refuses = false;
  currentTime = 0;
  paused = true;
  onended: (() => void) | null = null;
  onerror: (() => void) | null = null;
  ontimeupdate: (() => void) | null = null;
  url: string;
  constructor(url: string) {
    this.url = url;
    FakeAudio.latest = this;
  }
  async play() {
    if (FakeAudio.refuses) throw new DOMException("no gesture", "NotAllowedError");
    this.paused = false;
  }
  pause() {
    this.paused = true;
  }
  removeAttribute() {}

  sound(seconds: number) {
    this.currentTime = seconds;
    this.ontimeupdate?.();
  }
}

const never = () => new AbortController().signal;

beforeEach(() => {
  vi.useFakeTimers();
  FakeAudio.refuses = false;
  vi.stubGlobal("Audio", FakeAudio);
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

test("it is over when it has been said", async () => {
  const playing = playVoice("/voice", never());
  FakeAudio.latest.sound(1);
  FakeAudio.latest.onended?.();
  expect(await playing).toBe(true);
  expect(FakeAudio.latest).toMatchObject({ url: "/voice", paused: true });
});

test("a server without a voice leaves it to another", async () => {
  const playing = playVoice("/voice", never());
  FakeAudio.latest.onerror?.();
  expect(await playing).toBe(false);
});

test("a browser that does not let it sound leaves it to another", async () => {
  FakeAudio.refuses = true;
  expect(await playVoice("/voice", never())).toBe(false);
});

test("a voice that does not begin in time is left", async () => {
  const playing = playVoice("/voice", never());
  await vi.advanceTimersByTimeAsync(8_000);
  expect(await playing).toBe(false);
  expect(FakeAudio.latest.paused).toBe(true);
});

test("one that falls silent in the middle is not said all over again", async () => {
  const playing = playVoice("/voice", never());
  FakeAudio.latest.sound(0.5);
  await vi.advanceTimersByTimeAsync(4_000);
  FakeAudio.latest.sound(2);
  await vi.advanceTimersByTimeAsync(5_000);
  expect(await playing).toBe(true);
});

test("it stops at once when it is told to", async () => {
  const stop = new AbortController();
  const playing = playVoice("/voice", stop.signal);
  FakeAudio.latest.sound(0.2);
  stop.abort();
  expect(await playing).toBe(true);
  expect(FakeAudio.latest.paused).toBe(true);
  expect(await playVoice("/voice", stop.signal)).toBe(true);
});
