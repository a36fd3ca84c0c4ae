import { expect, test } from "vitest";
import { type Audience, noticeText } from "../domain/consent-notice.ts";
import { consentNotice, consentWords, scoringWords, transcriptionWords } from "./consent-words.ts";

const OUTSIDE = { host: "api.example.com", scores: true, transcribes: true };
const ALL = { audio: true, video: true };
const ON_PAPER = { outside: null, writesDown: "nowhere", browserRecognition: false } as const;
const NOBODY_ELSE: Audience = { roles: ["owner"], programs: false, shareLinks: false, webhookHosts: [] };
const text = (audience: Partial<Audience> = {}, recorded = ALL) =>
  noticeText(
    consentNotice(
      { organization: "Lighthouse", recorded, ...ON_PAPER, audience: { ...NOBODY_ELSE, ...audience } },
      "en",
    ),
  );

test("the text that is kept is what stands on the page, line by line, and ends with what is agreed to", () => {
  const notice = consentNotice({ organization: "Lighthouse", recorded: ALL, ...ON_PAPER, audience: NOBODY_ELSE }, "en");
  const lines = noticeText(notice).split("\n");
  expect(lines).toEqual([...notice.facts.flatMap(({ title, words }) => [title, words]), notice.agreement]);
});

test.each([
  [{ roles: ["owner", "recruiter", "reviewer"] as const }, "(owners, recruiters and reviewers)"],
  [{ programs: true }, "Programs of Lighthouse can read the recording, the answers and the scores, too."],
  [{ shareLinks: true }, "some of its interviews are shown so now"],
  [{ webhookHosts: ["a.example", "b.example"] }, "is told to a.example and b.example, without your answers"],
])("whoever else sees it or is told is named: %o", (audience, words) => {
  expect(text(audience)).toContain(words);
  expect(text()).not.toContain(words);
});

test("nobody is said to watch what is not recorded", () => {
  expect(text({}, { audio: false, video: false })).not.toMatch(/watch|listen/);
});

test("nothing leaves this server: nobody else is named", () => {
  expect(scoringWords(null, "en")).toContain("fixed rubric");
  expect(transcriptionWords(ON_PAPER, ALL, "en")).toEqual([]);
});

test("whoever works on the answers outside is named, and what they get", () => {
  expect(scoringWords(OUTSIDE, "en")).toContain("AI model at api.example.com");
  const heardBy = (outside: typeof OUTSIDE) =>
    transcriptionWords({ outside, writesDown: "outside", browserRecognition: false }, ALL, "en");
  expect(heardBy(OUTSIDE)).toEqual([expect.stringContaining("api.example.com")]);
  expect(heardBy({ ...OUTSIDE, transcribes: false })).toEqual([]);
  expect(scoringWords({ ...OUTSIDE, scores: false }, "en")).toContain("fixed rubric");
});

test("where this server writes down what is said, that is told, and that its sound goes to nobody else", () => {
  const [words = "", ...more] = transcriptionWords({ ...ON_PAPER, writesDown: "here" }, ALL, "en");
  expect(words).toContain("written down on this server");
  expect(words).toContain("sent to nobody else");
  expect(more).toEqual([]);
});

test("the browser's own recognition is named where it may be chosen, and as what it is: off", () => {
  const [, words = ""] = transcriptionWords({ outside: null, writesDown: "here", browserRecognition: true }, ALL, "en");
  expect(words).toContain("the maker of your browser");
  expect(words).toContain("off unless you turn it on");
});

test("nobody is said to write down what is not recorded", () => {
  const writing = { outside: OUTSIDE, writesDown: "here", browserRecognition: true } as const;
  expect(transcriptionWords(writing, { audio: false }, "en")).toEqual([]);
});

test.each([
  [{ audio: true, video: true }, ["my picture", "my voice"], ["without"]],
  [{ audio: true, video: false }, ["my voice"], ["picture"]],
  [{ audio: false, video: true }, ["my picture, without sound"], ["voice"]],
  [{ audio: false, video: false }, ["without picture or sound"], ["records", "voice"]],
])("what is agreed to is what is recorded: %o", (recorded, said, unsaid) => {
  const words = consentWords("Lighthouse", recorded, "en");
  expect(words).toContain("what I write");
  for (const one of said) expect(words).toContain(one);
  for (const one of unsaid) expect(words).not.toContain(one);
});
