import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { canRecognize, recognize } from "./recognize.ts";

type Handlers = {
  onresult: ((event: unknown) => void) | null;
  onerror: ((event: unknown) => void) | null;
  onend: (() => void) | null;
};

/** Stands in for the browser's recognition, whose real one needs the vendor's cloud. */
class FakeRecognition implements Handlers {
  static latest: FakeRecognition;
  onresult: Handlers["onresult"] = null;
  onerror: Handlers["onerror"] = null;
  onend: Handlers["onend"] = null;
  starts = 0;
  constructor() {
    FakeRecognition.latest = this;
  }
  start() {
    this.starts += 1;
  }
  abort() {}

  hear(transcript: string, isFinal: boolean, confidence = 0.8) {
    const result = Object.assign([{ transcript, confidence }], { isFinal });
    this.onresult?.({ results: [result], resultIndex: 0 });
  }
}

const heard: string[] = [];
const events = {
  onFinal: (text: string, confidence: number | null) => heard.push(`${text} (${confidence})`),
  onInterim: (text: string) => heard.push(`… ${text}`),
  onUnavailable: () => heard.push("unavailable"),
};

beforeEach(() => {
  heard.length = 0;
  vi.useFakeTimers();
  vi.stubGlobal("window", { webkitSpeechRecognition: FakeRecognition });
  vi.stubGlobal("navigator", { userAgent: "Chrome" });
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

test("a phone's microphone is left to the recording", () => {
  expect(canRecognize()).toBe(true);
  vi.stubGlobal("navigator", { userAgent: "Mozilla/5.0 (Linux; Android 15) Chrome/142.0.0.0 Mobile" });
  expect(canRecognize()).toBe(false);
});

test("words come first as guesses, then settled with their confidence", () => {
  recognize("en", events);
  FakeRecognition.latest.hear("I would mea", false);
  FakeRecognition.latest.hear("I would measure first.", true);
  expect(heard).toEqual(["… I would mea", "I would measure first. (0.8)", "… "]);
});

test("what the service says after the answer is over reaches nobody", () => {
  const stop = recognize("en", events);
  const late = FakeRecognition.latest;
  stop();
  recognize("en", events);
  late.hear("words of the answer before", true);
  expect(heard).toEqual([]);
});

test("a pause does not end the listening", () => {
  recognize("en", events);
  vi.advanceTimersByTime(8_000);
  FakeRecognition.latest.onerror?.({ error: "no-speech" });
  FakeRecognition.latest.onend?.();
  expect(FakeRecognition.latest.starts).toBe(2);
  expect(heard).not.toContain("unavailable");
});

test.each(["network", "not-allowed", "service-not-allowed"])("%s turns it off for good", (error) => {
  recognize("en", events);
  FakeRecognition.latest.onerror?.({ error });
  FakeRecognition.latest.onend?.();
  expect(FakeRecognition.latest.starts).toBe(1);
  expect(heard).toEqual(["unavailable"]);
});

test("a service that ends at once, again and again, is given up", () => {
  recognize("en", events);
  for (let end = FakeRecognition.latest.onend; end; end = FakeRecognition.latest.onend) end();
  expect(heard.at(-1)).toBe("unavailable");
  expect(FakeRecognition.latest.starts).toBe(3);
});
