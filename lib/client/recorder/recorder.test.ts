import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { Recorder, type RecorderState } from "./recorder.ts";
import type { SegmentEvents } from "./start-segment.ts";

/** A stand-in for the browser's recorder, which Node does not have: it begins, gives what it is told to, and ends. */
function makeBrowser() {
  const starts: SegmentEvents[] = [];
  const start = async (_stream: MediaStream, _options: object, events: SegmentEvents) => {
    starts.push(events);
    const startedAt = performance.now();
    return {
      mimeType: "video/webm",
      elapsedMs: () => Math.round(performance.now() - startedAt),
      stop: async () => {
        events.onSlice(new Blob(["last"]));
        events.onEnd();
      },
    };
  };
  return { starts, start };
}

const streamOf = (...states: MediaStreamTrackState[]) =>
  ({ getTracks: () => states.map((readyState) => ({ readyState })) }) as unknown as MediaStream;

const OPTIONS = { mimeType: "video/webm" };

let browser: ReturnType<typeof makeBrowser>;
let recorder: Recorder;
let segments: string[];
let slices: { key: string; text: Promise<string> }[];
let states: RecorderState[];

beforeEach(() => {
  vi.useFakeTimers();
  browser = makeBrowser();
  segments = [];
  slices = [];
  states = [];
  recorder = new Recorder(
    {
      onSegment: ({ clientKey }) => segments.push(clientKey),
      onSlice: ({ clientKey }, slice) => slices.push({ key: clientKey, text: slice.text() }),
      onState: (state) => states.push(state),
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
});

test("a recorder whose tracks have ended is interrupted", async () => {
  await recorder.start(streamOf("ended"), OPTIONS);
  vi.advanceTimersByTime(3_000);
  browser.starts[0]?.onEnd();
  await vi.waitFor(() => expect(states).toEqual(["recording", "interrupted"]));
  expect(recorder.mark()).toBeNull();
});

test("a recorder that fails as soon as it begins is not tried for ever", async () => {
  await recorder.start(streamOf("live"), OPTIONS);
  browser.starts[0]?.onEnd();
  await vi.waitFor(() => expect(states).toEqual(["recording", "interrupted"]));
  expect(segments).toHaveLength(1);
});

test("a recorder that says nothing for twenty seconds is replaced", async () => {
  await recorder.start(streamOf("live"), OPTIONS);
  await vi.advanceTimersByTimeAsync(15_000);
  browser.starts[0]?.onSlice(new Blob(["alive"]));
  await vi.advanceTimersByTimeAsync(20_000);
  expect(segments).toHaveLength(1);
  await vi.advanceTimersByTimeAsync(5_000);
  expect(segments).toHaveLength(2);
  await recorder.stop();
});

test("starting again ends the segment before", async () => {
  await recorder.start(streamOf("live"), OPTIONS);
  await recorder.start(streamOf("live"), OPTIONS);
  expect(segments).toHaveLength(2);
  expect(await slices[0]?.text).toBe("last");
  expect(slices[0]?.key).toBe(segments[0]);
});
