import { expect, test } from "vitest";
import { consentVersion } from "./consent.ts";

const OUTSIDE = { host: "api.example.com", scores: true, transcribes: true };
const ALL = { audio: true, video: true };

test("nothing leaves this server: one version", () => {
  expect(consentVersion(null, ALL)).toBe("2026-12");
});

test("another service, or another use, is asked for anew", () => {
  const others = [
    { ...OUTSIDE, scores: false },
    { ...OUTSIDE, transcribes: false },
    { ...OUTSIDE, host: "else" },
  ];
  const versions = [null, OUTSIDE, ...others].map((outside) => consentVersion(outside, ALL));
  expect(new Set(versions).size).toBe(versions.length);
  expect(consentVersion({ ...OUTSIDE, host: "h".repeat(300) }, ALL).length).toBeLessThanOrEqual(100);
});

test("who agreed to one kind of recording is asked anew before another", () => {
  const kinds = [true, false].flatMap((audio) => [true, false].map((video) => consentVersion(null, { audio, video })));
  expect(new Set(kinds).size).toBe(4);
});
