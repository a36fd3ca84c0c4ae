import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { Recorder, type RecorderState, type Setback } from "./recorder.ts";
import type { SegmentEvents } from "./start-segment.ts";

/** A stand-in for the browser's recorder, which Node does not have: it begins, gives what it is told to, and ends. */
function makeBrowser() {
  const starts: SegmentEvents[] = [];
  const browser = { starts, mimeType: "video/webm", refuses: false, start: begin };
  async function begin(_stream: MediaStream, _options: object, events: SegmentEvents) {
    if (browser.refuses) throw new Error("no recorder");
    starts.push(events);
    const startedAt = performance.now();
    return {
      mimeType: browser.mimeType,
      elapsedMs: () => Math.round(performance.now() - startedAt),
      stop: async () => {
        events.onSlice(new Blob(["last"]));
        events.onEnd();
      },
    };
  }
  return browser;
}

const streamOf = (...states: MediaStreamTrackState[]) =>
  ({ getTracks: () => states.map((readyState) => ({ readyState })) }) as unknown as MediaStream;

const OPTIONS = { mimeType: "video/webm" };

let browser: ReturnType<typeof makeBrowser>;
let recorder: Recorder;
let segments: string[];
let slices: { key: string; text: Promise<string> }[];
let ended: string[];
let states: RecorderState[];
let setbacks: Setback[];

beforeEach(() => {
  vi.useFakeTimers();
  browser = makeBrowser();
  segments = [];
  slices = [];
  ended = [];
  states = [];
  setbacks = [];
  recorder = new Recorder(
    {
      onSegment: ({ clientKey }) => segments.push(clientKey),
      onSlice: ({ clientKey }, slice) => slices.push({ key: clientKey, text: slice.text() }),
      onSegmentEnd: ({ clientKey }) => ended.push(clientKey),
      onState: (state) => states.push(state),
      onSetback: (setback) => setbacks.push(setback),
    },
    browser.start,
  );
});

afterEach(() => {
  vi.useRealTimers();
});

test("the last slice belongs to the segment that was stopped", async () => {
  await recorder.start(streamOf("live"), OPTIONS);
  browser.starts[0]?.onSlice(new Blob(["first"]));
  await recorder.stop();
  expect(await Promise.all(slices.map(({ text }) => text))).toEqual(["first", "last"]);
  expect(new Set(slices.map(({ key }) => key))).toEqual(new Set(segments));
  expect(states).toEqual(["recording", "idle"]);
  expect(ended).toEqual(segments);
  expect(setbacks).toEqual([]);
});

test("marks are media time of the running segment, and there are none without one", async () => {
  expect(recorder.mark()).toBeNull();
  await recorder.start(streamOf("live"), OPTIONS);
  vi.advanceTimersByTime(1_500);
  expect(recorder.mark()).toMatchObject({ offsetMs: 1_500, segment: { clientKey: segments[0] } });
  await recorder.stop();
  expect(recorder.mark()).toBeNull();
});

test("a recorder that fails while camera and microphone live goes on in a new segment", async () => {
  await recorder.start(streamOf("live", "live"), OPTIONS);
  vi.advanceTimersByTime(3_000);
  browser.starts[0]?.onEnd();
  await vi.waitFor(() => expect(segments).toHaveLength(2));
  expect(segments[0]).not.toBe(segments[1]);
  expect(states).toEqual(["recording", "recording"]);
  expect(setbacks).toEqual(["failed"]);
});

test("a recorder whose tracks have ended is interrupted", async () => {
  await recorder.start(streamOf("ended"), OPTIONS);
  vi.advanceTimersByTime(3_000);
  browser.starts[0]?.onEnd();
  await vi.waitFor(() => expect(states).toEqual(["recording", "interrupted"]));
  expect(setbacks).toEqual(["device_lost"]);
  expect(recorder.mark()).toBeNull();
});

test("a recorder that fails as soon as it begins is not tried for ever", async () => {
  await recorder.start(streamOf("live"), OPTIONS);
  browser.starts[0]?.onEnd();
  await vi.waitFor(() => expect(states).toEqual(["recording", "interrupted"]));
  expect(segments).toHaveLength(1);
});

test("a recorder that falls silent for five seconds is replaced, and what it still gives is kept", async () => {
  await recorder.start(streamOf("live"), OPTIONS);
  await vi.advanceTimersByTimeAsync(4_000);
  browser.starts[0]?.onSlice(new Blob(["alive"]));
  await vi.advanceTimersByTimeAsync(5_000);
  expect(segments).toHaveLength(1);
  await vi.advanceTimersByTimeAsync(1_000);
  expect(segments).toHaveLength(2);
  expect(setbacks).toEqual(["stalled"]);
  expect(await Promise.all(slices.map(({ text }) => text))).toEqual(["alive", "last"]);
  expect(new Set(slices.map(({ key }) => key))).toEqual(new Set([segments[0]]));
  await recorder.stop();
});

test("a recorder that gives nothing for ten seconds is not tried again with this stream", async () => {
  await recorder.start(streamOf("live"), OPTIONS);
  await vi.advanceTimersByTimeAsync(10_000);
  expect(states).toEqual(["recording"]); // a slow computer's first bytes
  await vi.advanceTimersByTimeAsync(1_000);
  expect(segments).toHaveLength(1);
  expect(setbacks).toEqual(["silent"]);
  expect(states.at(-1)).toBe("interrupted");
  await recorder.stop();
  expect(states.at(-1)).toBe("idle");
});

test("MP4 may be silent for fifteen seconds", async () => {
  browser.mimeType = "video/mp4";
  await recorder.start(streamOf("live"), OPTIONS);
  await vi.advanceTimersByTimeAsync(15_000);
  expect(states).toEqual(["recording"]);
  await vi.advanceTimersByTimeAsync(1_000);
  expect(setbacks).toEqual(["silent"]);
});

test("a clock that has jumped means that the computer slept: a new stream is needed", async () => {
  await recorder.start(streamOf("live"), OPTIONS);
  await vi.advanceTimersByTimeAsync(1_000);
  vi.setSystemTime(Date.now() + 60_000);
  await vi.advanceTimersByTimeAsync(1_000);
  expect(setbacks).toEqual(["slept"]);
  expect(states.at(-1)).toBe("interrupted");
});

test("a device that goes away ends the segment, whatever the recorder says", async () => {
  await recorder.start(streamOf("live", "live"), OPTIONS);
  recorder.interrupt("device_lost");
  expect(setbacks).toEqual(["device_lost"]);
  await vi.waitFor(() => expect(ended).toEqual(segments));
  expect(await slices[0]?.text).toBe("last");
});

test("where a new segment cannot begin, the one before goes on", async () => {
  await recorder.start(streamOf("live"), OPTIONS);
  browser.refuses = true;
  await expect(recorder.start(streamOf("live"), OPTIONS)).rejects.toThrow("no recorder");
  browser.starts[0]?.onSlice(new Blob(["on"]));
  expect(states).toEqual(["recording"]);
  expect(await slices[0]?.text).toBe("on");
  expect(recorder.mark()).toMatchObject({ segment: { clientKey: segments[0] } });
});

test("starting again ends the segment before", async () => {
  await recorder.start(streamOf("live"), OPTIONS);
  await recorder.start(streamOf("live"), OPTIONS);
  expect(segments).toHaveLength(2);
  expect(await slices[0]?.text).toBe("last");
  expect(slices[0]?.key).toBe(segments[0]);
  expect(ended).toEqual([segments[0]]);
  expect(states).toEqual(["recording", "recording"]);
});
