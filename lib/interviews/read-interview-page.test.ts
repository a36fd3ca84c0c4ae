import { describe, expect, test } from "vitest";
import { db } from "../db/client.ts";
import { INTERVIEW_STATES } from "../domain/interview-state.ts";
import type { FinalStatus } from "../domain/status.ts";
import { testDatabase, testOrganization } from "../testing/database/database.ts";
import { listInterviews } from "../testing/interview-page.ts";
import { interviewMaker, testReviewer } from "../testing/interviews.ts";
import { decide } from "../testing/reviewed.ts";
import { pseudo } from "../words/pseudo.ts";
import { PAGE_SIZE } from "./read-interview-page.ts";

await testDatabase();

const past = new Date("2020-01-01T00:00:00Z");

async function names(filter: Parameters<typeof listInterviews>[0], actor: Parameters<typeof listInterviews>[1]) {
  const { interviews } = await listInterviews(filter, actor);
  return interviews.map(({ candidate }) => candidate.name);
}

describe("states", async () => {
  const actor = await testOrganization("States");
  const make = await interviewMaker(actor);
  await make({ name: "invited", email: "a@example.com" });
  await make({ name: "in_progress", email: "b@example.com", session: "active" });
  await make({ name: "interrupted", email: "h@example.com", session: "active", lastSeenAt: past });
  await make({ name: "completed", email: "c@example.com", session: "completed", expiresAt: past, revokedAt: past });
  await make({ name: "expired", email: "d@example.com", expiresAt: past });
  await make({ name: "revoked", email: "e@example.com", expiresAt: past, revokedAt: past });
  await make({ name: "expired", email: "f@example.com", expiresAt: past, session: "active" });
  await make({ name: "revoked", email: "g@example.com", revokedAt: past, session: "active" });

  test("the database filters by the rule that the pages name states by", async () => {
    const { interviews } = await listInterviews({}, actor);
    expect(interviews.every(({ state, candidate }) => state === candidate.name)).toBe(true);
    for (const state of INTERVIEW_STATES) {
      const found = await names({ state }, actor);
      expect(found).toEqual(interviews.filter((one) => one.state === state).map(({ candidate }) => candidate.name));
      expect(found.length).toBeGreaterThan(0);
    }
  });

  test("only what can still be opened has a link", async () => {
    const { interviews } = await listInterviews({}, actor);
    const linked = interviews.filter(({ url }) => url !== null).map(({ state }) => state);
    expect(linked.sort()).toEqual(["in_progress", "interrupted", "invited"]);
  });
});

test("what nobody has decided waits for review, and leaves when somebody decides", async () => {
  const actor = await testOrganization("To review");
  const reviewer = await testReviewer(actor);
  const make = await interviewMaker(actor);
  const { sessionId } = await make({ name: "Done", email: "done@example.com", session: "completed" });
  await make({ name: "Running", email: "running@example.com", session: "active" });
  expect(await names({ state: "to_review" }, actor)).toEqual(["Done"]);
  await db().decision.create({
    data: {
      organizationId: actor.organizationId,
      sessionId: sessionId as string,
      userId: reviewer.id as string,
      decision: "passed",
      reason: "Clear answers.",
    },
  });
  expect(await names({ state: "to_review" }, actor)).toEqual([]);
  const { interviews } = await listInterviews({ state: "completed" }, actor);
  expect(interviews[0]?.decision).toBe("passed");
});

test("what needs another look stays open and has a filter of its own, until somebody decides for good", async () => {
  const actor = await testOrganization("Another look");
  const reviewer = await testReviewer(actor);
  const make = await interviewMaker(actor);
  const { id: interviewId } = await make({ name: "Again", email: "again@example.com", session: "completed" });
  await make({ name: "Fresh", email: "fresh@example.com", session: "completed" });
  const say = (decision: FinalStatus) => decide({ interviewId, decision, reason: "Because." }, reviewer);

  await say("needs_review");
  expect(await names({ state: "to_review" }, actor)).toEqual(["Fresh", "Again"]);
  expect(await names({ state: "another_look" }, actor)).toEqual(["Again"]);
  await say("failed");
  expect(await names({ state: "to_review" }, actor)).toEqual(["Fresh"]);
  expect(await names({ state: "another_look" }, actor)).toEqual([]);
  await say("needs_review");
  expect(await names({ state: "another_look" }, actor)).toEqual(["Again"]);
});

test("a page's version changes with what it shows, and with nothing else", async () => {
  const actor = await testOrganization("Versions");
  const make = await interviewMaker(actor);
  await make({ name: "First", email: "first@example.com", session: "completed" });
  const version = async (filter: Parameters<typeof listInterviews>[0] = {}) =>
    (await listInterviews(filter, actor)).version;
  const before = await version();
  expect(await version()).toBe(before);
  const expired = await version({ state: "expired" });
  const { sessionId } = await make({ name: "Second", email: "second@example.com", session: "active" });
  const invited = await version();
  expect(invited).not.toBe(before);
  await db().session.update({ where: { id: sessionId as string }, data: { status: "completed", endedAt: new Date() } });
  expect(await version()).not.toBe(invited);
  expect(await version({ state: "expired" })).toBe(expired);
});

test("search finds words in name and address, in any order, and takes wildcards literally", async () => {
  const actor = await testOrganization("Search");
  const make = await interviewMaker(actor);
  await make({ name: "Ada Lovelace", email: "ada@engine.example" });
  await make({ name: "Grace Hopper", email: "grace_h@navy.example" });
  expect(await names({ search: "love  ADA" }, actor)).toEqual(["Ada Lovelace"]);
  expect(await names({ search: "navy" }, actor)).toEqual(["Grace Hopper"]);
  expect(await names({ search: "e_h" }, actor)).toEqual(["Grace Hopper"]);
  expect(await names({ search: "%" }, actor)).toEqual([]);
  expect(await names({ search: "\\" }, actor)).toEqual([]);
  expect(await names({ search: "ada hopper" }, actor)).toEqual([]);
});

test("pages follow each other without a gap or a double, also when moments are equal", async () => {
  const actor = await testOrganization("Pages");
  const make = await interviewMaker(actor);
  const total = 2 * PAGE_SIZE + 3;
  for (let i = 0; i < total; i++) {
    await make({ name: `P${i}`, email: `p${i}@example.com`, createdAt: new Date(Date.UTC(2026, 0, 1) + (i >> 3)) });
  }
  const first = await listInterviews({}, actor);
  expect(first.newer).toBeNull();
  const second = await listInterviews({ older: first.older ?? "" }, actor);
  const third = await listInterviews({ older: second.older ?? "" }, actor);
  expect(third.older).toBeNull();
  const all = [first, second, third].flatMap(({ interviews }) => interviews.map(({ id }) => id));
  expect(new Set(all).size).toBe(total);
  expect(all.length).toBe(total);

  const back = await listInterviews({ newer: third.newer ?? "" }, actor);
  expect(back.interviews).toEqual(second.interviews);
  const start = await listInterviews({ newer: back.newer ?? "" }, actor);
  expect(start).toEqual(first);
});

test("a mangled cursor shows the newest page", async () => {
  const actor = await testOrganization("Cursor");
  const make = await interviewMaker(actor);
  await make({ name: "Only", email: "only@example.com" });
  for (const older of ["", "x", "1_2", "99999999999999999999_x", "' OR 1=1"]) {
    expect(await names({ older }, actor)).toEqual(["Only"]);
  }
});

test("another organisation's interviews are not there", async () => {
  const mine = await testOrganization("Mine");
  const theirs = await testOrganization("Theirs");
  await (await interviewMaker(theirs))({ name: "Secret", email: "secret@example.com" });
  expect(await names({}, mine)).toEqual([]);
  expect(await names({ search: "Secret" }, mine)).toEqual([]);
});

test("a page says its words in the language that it is read in, and is of the same version in each", async () => {
  const actor = await testOrganization("Languages");
  const make = await interviewMaker(actor);
  const { sessionId } = await make({ name: "Done", email: "done@example.com", session: "completed" });
  await db().analysis.create({
    data: {
      organizationId: actor.organizationId,
      sessionId: sessionId as string,
      version: 1,
      status: "completed",
      method: "offline_rubric",
      lookReasons: ["between_cuts"],
    },
  });
  const [english, strange] = [await listInterviews({}, actor), await listInterviews({}, actor, "en-XA")];
  expect(english.interviews[0]?.analysis?.looks[0]?.brief).toBe("Between the limits");
  expect(strange.interviews[0]?.analysis?.looks[0]?.brief).toBe(pseudo("Between the limits"));
  expect(strange.version).toBe(english.version);
});
