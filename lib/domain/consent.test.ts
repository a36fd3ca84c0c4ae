import { expect, test } from "vitest";
import { consentVersion, consentWords, scoringWords, transcriptionWords } from "./consent.ts";

const OUTSIDE = { host: "api.example.com", scores: true, transcribes: true };
const ALL = { audio: true, video: true };

test("nothing leaves this server: one version, and nobody else is named", () => {
  expect(consentVersion(null, ALL)).toBe("2026-11");
  expect(scoringWords(null)).toContain("fixed rubric");
  expect(transcriptionWords(null)).toBeNull();
});

test("whoever works on the answers outside is named, and what they get", () => {
  expect(scoringWords(OUTSIDE)).toContain("AI model at api.example.com");
  expect(transcriptionWords(OUTSIDE)).toContain("api.example.com");
  expect(transcriptionWords({ ...OUTSIDE, transcribes: false })).toBeNull();
  expect(scoringWords({ ...OUTSIDE, scores: false })).toContain("fixed rubric");
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

test.each([
  [{ audio: true, video: true }, ["my picture", "my voice"], ["without"]],
  [{ audio: true, video: false }, ["my voice"], ["picture"]],
  [{ audio: false, video: true }, ["my picture, without sound"], ["voice"]],
  [{ audio: false, video: false }, ["without picture or sound"], ["records", "voice"]],
])("what is agreed to is what is recorded: %o", (recorded, said, unsaid) => {
  const words = consentWords("Lighthouse", recorded);
  expect(words).toContain("what I write");
  for (const one of said) expect(words).toContain(one);
  for (const one of unsaid) expect(words).not.toContain(one);
});

test("who agreed to one kind of recording is asked anew before another", () => {
  const kinds = [true, false].flatMap((audio) => [true, false].map((video) => consentVersion(null, { audio, video })));
  expect(new Set(kinds).size).toBe(4);
});
