import { beforeEach, expect, test, vi } from "vitest";
import { forgetFormDrafts } from "./form-draft.ts";
import { type DraftOf, type ReasonDraft, reasonDraft } from "./reason-draft.ts";

const OF = { userId: "u1", interviewId: "i1" };
const DRAFT = { decision: "failed", reason: "Half a thou", seenDecisionId: null } as const;
const DAY_MS = 86_400_000;
const BLANK = { ...DRAFT, decision: null, reason: "" };

const readReasonDraft = (of: DraftOf, now?: number) => reasonDraft(of).read(now);
const writeReasonDraft = (of: DraftOf, draft: ReasonDraft, now?: number) => reasonDraft(of).write(draft, now);

/** As a browser's: its keys are its own. */
class FakeStorage {
  getItem(key: string): string | null {
    return Object.hasOwn(this, key) ? ((this as Record<string, unknown>)[key] as string) : null;
  }
  setItem(key: string, value: string): void {
    (this as Record<string, unknown>)[key] = value;
  }
  removeItem(key: string): void {
    delete (this as Record<string, unknown>)[key];
  }
}

beforeEach(() => vi.stubGlobal("localStorage", new FakeStorage()));

test("a draft is there again for the same person and interview, and for no other", () => {
  writeReasonDraft(OF, DRAFT);
  expect(readReasonDraft(OF)).toEqual(DRAFT);
  expect(readReasonDraft({ ...OF, userId: "u2" })).toBeNull();
  expect(readReasonDraft({ ...OF, interviewId: "i2" })).toBeNull();
});

test("it goes when it is taken back, forgotten or two weeks old, and all go at once", () => {
  writeReasonDraft(OF, DRAFT);
  writeReasonDraft(OF, { ...DRAFT, decision: null, reason: "  " });
  expect(readReasonDraft(OF)).toBeNull();
  writeReasonDraft(OF, DRAFT);
  writeReasonDraft(OF, BLANK);
  expect(readReasonDraft(OF)).toBeNull();
  const begun = Date.now();
  writeReasonDraft(OF, DRAFT, begun);
  expect(readReasonDraft(OF, begun + 15 * DAY_MS)).toBeNull();
  writeReasonDraft({ ...OF, interviewId: "i2" }, DRAFT, begun + 15 * DAY_MS);
  expect(Object.keys(localStorage)).toEqual(["talentflow.reason.u1.i2"]);
  localStorage.setItem("theirs", "stays");
  forgetFormDrafts();
  expect(Object.keys(localStorage)).toEqual(["theirs"]);
});

test("what somebody else wrote there is no draft, and does no harm", () => {
  for (const damaged of ["{", "null", '{"decision":"maybe","reason":1}', "[]"]) {
    localStorage.setItem("talentflow.reason.u1.i1", damaged);
    expect(readReasonDraft(OF)).toBeNull();
    writeReasonDraft(OF, DRAFT);
    expect(readReasonDraft(OF)).toEqual(DRAFT);
  }
});
