import { expect, test } from "vitest";
import { consentVersion, scoringWords, transcriptionWords } from "./consent.ts";

const BOTH = { host: "api.example.com", scores: true, transcribes: true };

test("nothing leaves this server: one version, and nobody else is named", () => {
  expect(consentVersion(null)).toBe("2026-11");
  expect(scoringWords(null)).toContain("fixed rubric");
  expect(transcriptionWords(null)).toBeNull();
});

test("whoever works on the answers outside is named, and what they get", () => {
  expect(scoringWords(BOTH)).toContain("AI model at api.example.com");
  expect(transcriptionWords(BOTH)).toContain("api.example.com");
  expect(transcriptionWords({ ...BOTH, transcribes: false })).toBeNull();
  expect(scoringWords({ ...BOTH, scores: false })).toContain("fixed rubric");
});

test("another service, or another use, is asked for anew", () => {
  const versions = [null, BOTH, { ...BOTH, scores: false }, { ...BOTH, transcribes: false }, { ...BOTH, host: "else" }];
  expect(new Set(versions.map(consentVersion)).size).toBe(versions.length);
  expect(consentVersion({ ...BOTH, host: "h".repeat(300) }).length).toBeLessThanOrEqual(100);
});
