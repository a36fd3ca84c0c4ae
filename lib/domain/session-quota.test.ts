import { expect, test } from "vitest";
import { LARGEST_QUOTA, passedLimit, sessionQuota } from "./session-quota.ts";

const NO_TEMPLATE = { questions: 1, seconds: 0, textBytes: 0 };
const GIB = 1024 ** 3;

test("three hours in HD with a hundred questions stay below half of every limit, whatever the template", () => {
  const quota = sessionQuota(NO_TEMPLATE, { quality: "HD" });
  const honest = {
    questions: 100,
    answers: 300, // each taken three times
    issues: 60,
    claims: 50,
    log_lines: 150,
    segments: 200,
    parts: 3 * 3_600,
    recording_bytes: (3 * 3_600 * 2_564_000) / 8,
    text_bytes: 3 * 1024 ** 2,
    metadata_bytes: 200 * 2_048,
  };
  for (const [name, needed] of Object.entries(honest)) {
    expect(needed * 2, name).toBeLessThan(quota[name as keyof typeof honest]);
  }
});

test("a template that allows more gets more, up to a day", () => {
  const small = sessionQuota({ questions: 5, seconds: 900, textBytes: 2_000 }, { quality: "HD" });
  const large = sessionQuota({ questions: 100, seconds: 8 * 3_600, textBytes: 500_000 }, { quality: "HD" });
  for (const name of ["questions", "answers", "segments", "parts", "recording_bytes", "text_bytes"] as const) {
    expect(large[name], name).toBeGreaterThan(small[name]);
  }
  const endless = sessionQuota({ questions: 100, seconds: 1e9, textBytes: 0 }, { quality: "HD" });
  expect(endless.parts).toBe(2 * 24 * 3_600 + Math.ceil(endless.recording_bytes / (900 * 1024)));
});

test("the recording's settings decide how many bytes it may have, within what a browser can record", () => {
  const bytes = (recording: Parameters<typeof sessionQuota>[1]) => sessionQuota(NO_TEMPLATE, recording).recording_bytes;
  expect(bytes({ quality: "SD" })).toBeLessThan(bytes({ quality: "HD" }));
  expect(bytes({ quality: "HD" }) / GIB).toBeCloseTo(12.9, 1);
  expect(bytes({ quality: { bitrate: 100_000_000 } })).toBe(bytes({ quality: { bitrate: 16_000_000 } }));
  // Sound alone may come without loss.
  expect(bytes({ video: false })).toBe((6 * 3_600 * 2 * 1_000_000) / 8);
});

test("the limit that would be passed is named, with its value", () => {
  const quota = sessionQuota(NO_TEMPLATE, {});
  expect(passedLimit(quota, { questions: 504 }, { questions: 1 })).toBeNull();
  expect(passedLimit(quota, { questions: 505 }, { questions: 1 })).toEqual({ name: "questions", most: 505 });
  const adding = { questions: 1, metadata_bytes: 2 };
  expect(passedLimit(quota, { metadata_bytes: quota.metadata_bytes - 1 }, adding)?.name).toBe("metadata_bytes");
});

test("a session from before there were quotas has the largest", () => {
  expect(passedLimit({}, { issues: 199 }, { issues: 1 })).toBeNull();
  expect(passedLimit({}, { questions: LARGEST_QUOTA.questions }, { questions: 1 })).toMatchObject({ most: 1_000 });
});
