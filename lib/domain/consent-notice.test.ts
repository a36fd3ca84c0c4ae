import { expect, test } from "vitest";
import { type Audience, consentNotice, noticeText } from "./consent-notice.ts";

const ALL = { audio: true, video: true };
const NOBODY_ELSE: Audience = { roles: ["owner"], programs: false, shareLinks: false, webhookHosts: [] };
const text = (audience: Partial<Audience> = {}, recorded = ALL) =>
  noticeText(
    consentNotice({ organization: "Lighthouse", recorded, outside: null, audience: { ...NOBODY_ELSE, ...audience } }),
  );

test("the text that is kept is what stands on the page, line by line, and ends with what is agreed to", () => {
  const notice = consentNotice({ organization: "Lighthouse", recorded: ALL, outside: null, audience: NOBODY_ELSE });
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
