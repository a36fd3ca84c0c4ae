import { expect, test } from "vitest";
import { containerOf, pickMimeType } from "./mime-type.ts";

// What the engines' isTypeSupported says yes to.
const CHROMIUM = (type: string) => /^(video|audio)\/webm|^video\/mp4;codecs=vp9|^video\/x-matroska/.test(type);
const FIREFOX = (type: string) => /^video\/webm(;codecs=vp8,opus)?$|^audio\/(webm|ogg)/.test(type);
const OLD_SAFARI = (type: string) => /^(video|audio)\/mp4/.test(type);

test("each browser records the best type it has", () => {
  const wanted = { format: "webm", video: true } as const;
  expect(pickMimeType(wanted, CHROMIUM)).toBe("video/webm;codecs=vp9,opus");
  expect(pickMimeType(wanted, FIREFOX)).toBe("video/webm;codecs=vp8,opus");
  expect(pickMimeType(wanted, OLD_SAFARI)).toBe("video/mp4;codecs=avc1.42E01E,mp4a.40.2");
});

test("the container that was asked for comes first", () => {
  expect(pickMimeType({ format: "mp4", video: true }, CHROMIUM)).toBe("video/mp4;codecs=vp9,opus");
  expect(pickMimeType({ format: "mkv", video: true }, CHROMIUM)).toBe("video/x-matroska;codecs=avc1,opus");
  expect(pickMimeType({ format: "mkv", video: true }, OLD_SAFARI)).toBe("video/mp4;codecs=avc1.42E01E,mp4a.40.2");
});

test("sound alone is recorded as sound", () => {
  const wanted = { format: "webm", video: false } as const;
  expect(pickMimeType(wanted, CHROMIUM)).toBe("audio/webm;codecs=opus");
  expect(pickMimeType(wanted, OLD_SAFARI)).toBe("audio/mp4;codecs=mp4a.40.2");
});

test("a browser that can record nothing gets no type", () => {
  expect(pickMimeType({ format: "webm", video: true }, () => false)).toBeNull();
});

test("the container is read off the recorder's own words", () => {
  const types = ["video/webm;codecs=vp9,opus", "video/mp4", "video/x-matroska;codecs=avc1", "audio/ogg"];
  expect(types.map(containerOf)).toEqual(["webm", "mp4", "mkv", "webm"]);
});
