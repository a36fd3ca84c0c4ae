import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { LISTED_STATES } from "../domain/interview-state.ts";
import { testDatabase } from "../testing/database/database.ts";
import { type Large, largeOrganization } from "../testing/database/large.ts";
import { explainedClient, type PlanStep, rowsLookedAt, stepsOf } from "../testing/database/plans.ts";
import * as analysisList from "./analysis-list.ts";
import * as auditEvents from "./audit-events.ts";
import * as candidates from "./candidates.ts";
import { type Db, db } from "./client.ts";
import * as decisions from "./decisions.ts";
import * as exports from "./exports.ts";
import type { InterviewFilter } from "./interview-filter.ts";
import * as interviewList from "./interview-list.ts";
import * as sessionList from "./session-list.ts";
import * as shareLinks from "./share-links.ts";
import * as webhookDeliveries from "./webhook-deliveries.ts";

/*
 * Every list with every filter, in an organisation of twenty thousand interviews: what is asked for is found by an index, in the list's
 * order, and only then is anything else read of it. The statements are those that are really sent.
 */

const { url } = await testDatabase();
const { client, plans } = explainedClient(url);
const PAGE = 26;
let large: Large;
let middle: { id: string; createdAt: Date; candidateId: number; session: { publicId: string } | null };

beforeAll(async () => {
  large = await largeOrganization(url);
  middle = await db().interview.findFirstOrThrow({
    where: { externalId: "i10000" },
    select: { id: true, createdAt: true, candidateId: true, session: { select: { publicId: true } } },
  });
}, 120_000);
afterAll(() => client.$disconnect());

/** Tables that grow with every interview. */
const GROWING = [
  "interviews",
  "candidates",
  "sessions",
  "recordings",
  "analyses",
  "decisions",
  "share_links",
  "audit_events",
  "webhook_events",
  "webhook_deliveries",
];

/** Runs a list and says what is wrong with how it was run: nothing. */
async function faultsOf(list: (explained: Db) => Promise<unknown>): Promise<string[]> {
  plans();
  await list(client);
  const steps = plans().flatMap(stepsOf);
  expect(steps.length).toBeGreaterThan(0);
  return steps.flatMap((step) => {
    const name = `${step["Node Type"]} ${step["Relation Name"] ?? ""} ${step["Index Name"] ?? ""}`;
    const faults = [
      isWholeTable(step) && `${name} reads the whole table`,
      step["Actual Loops"] > PAGE + 1 && `${name} runs ${step["Actual Loops"]} times`,
      rowsLookedAt(step) > 10 * PAGE && `${name} looks at ${rowsLookedAt(step)} rows`,
    ];
    return faults.filter((fault) => fault !== false);
  });
}

function isWholeTable(step: PlanStep): boolean {
  return step["Node Type"] === "Seq Scan" && GROWING.includes(step["Relation Name"] ?? "");
}

test("what reads a row for each interview before it is narrowed is found out", async () => {
  const faults = await faultsOf(
    (explained) => explained.$queryRaw`
      SELECT i.id FROM interviews i
      LEFT JOIN sessions s ON s.interview_id = i.id
      LEFT JOIN LATERAL (SELECT decision FROM decisions WHERE session_id = s.id ORDER BY created_at DESC LIMIT 1) d ON true
      WHERE i.organization_id = ${large.organizationId}::uuid AND d.decision = 'needs_review'
      ORDER BY i.created_at DESC, i.id DESC LIMIT ${PAGE}`,
  );
  expect(faults.join()).toMatch(/runs \d{4,} times/);
  expect(faults.join()).toMatch(/looks at \d{4,} rows/);
});

const VERDICTS = ["passed", "failed", "needs_review"] as const;
const soon = () => new Date(Date.now() + 3_600_000);

/** Found often, seldom, and not at all. */
const INTERVIEW_FILTERS: [string, () => InterviewFilter][] = [
  ["nothing", () => ({})],
  ...LISTED_STATES.map((state): [string, () => InterviewFilter] => [`state ${state}`, () => ({ state })]),
  ...VERDICTS.flatMap((verdict): [string, () => InterviewFilter][] => [
    [`recommendation ${verdict}`, () => ({ recommendation: verdict })],
    [`decision ${verdict}`, () => ({ decision: verdict })],
  ]),
  ["its id", () => ({ id: middle.id })],
  ["a candidate", () => ({ candidateId: middle.candidateId })],
  ["a candidate's external id", () => ({ candidateExternalId: "c10000" })],
  ["nobody's external id", () => ({ candidateExternalId: "nobody" })],
  ["its external id", () => ({ externalId: "i10000" })],
  ["a template of most", () => ({ templateId: large.templateId })],
  ["a template of few", () => ({ templateId: large.otherTemplateId })],
  ["made after a moment", () => ({ createdAfter: middle.createdAt })],
  ["made before a moment", () => ({ createdBefore: middle.createdAt })],
  ["made in the future", () => ({ createdAfter: soon() })],
  ["a word of all", () => ({ words: ["large"] })],
  ["a word of few", () => ({ words: ["zebulon"] })],
  ["a word of nobody", () => ({ words: ["quetzal"] })],
];

describe.each([
  ["from the newest", null],
  ["below a position", "older"],
  ["above a position", "newer"],
] as const)("interviews %s, narrowed to", (_, side) => {
  test.each(INTERVIEW_FILTERS)("%s", async (_name, filter) => {
    const from = side === null ? null : side === "older" ? { older: middle } : { newer: middle };
    const page = { organizationId: large.organizationId, from, limit: PAGE, now: new Date() };
    expect(await faultsOf((explained) => interviewList.list(explained, { ...page, ...filter() }))).toEqual([]);
  });
});

test.each(INTERVIEW_FILTERS)("an export narrowed to %s", async (_, filter) => {
  const stretch = { organizationId: large.organizationId, from: middle, limit: PAGE, now: new Date() };
  expect(await faultsOf((explained) => exports.countFitting(explained, filter(), stretch, 1_000_000))).toEqual([]);
  expect(await faultsOf((explained) => exports.listRows(explained, filter(), stretch))).toEqual([]);
  expect(
    await faultsOf((explained) => exports.countLeftOut(explained, filter(), stretch.organizationId, stretch.now)),
  ).toEqual([]);
});

/** A name, and what a list is narrowed to by it once the organisation is there. */
type Narrowed<List extends (db: Db, wanted: never) => unknown> = [string, () => Partial<Parameters<List>[1]>];

const ofCandidate = () => ({ candidateId: middle.candidateId });
const ofInterview = () => ({ interviewId: middle.id });
const between = () => ({ createdAfter: new Date(0), createdBefore: middle.createdAt });
const page = () => ({ organizationId: large.organizationId, limit: PAGE });
const POSITIONS = [
  ["from the newest", () => null],
  ["below a position", () => middle],
] as const;

describe.each(POSITIONS)("%s", (_, position) => {
  test.each<Narrowed<typeof sessionList.list>>([
    ["nothing", () => ({})],
    ["a candidate", ofCandidate],
    ["an interview", ofInterview],
    ["active", () => ({ status: "active" as const })],
    ["completed", () => ({ status: "completed" as const })],
    ["begun in a stretch of time", () => ({ startedAfter: new Date(0), startedBefore: middle.createdAt })],
    ["unrestricted", () => ({ unrestricted: true })],
    ...(["not_started", "recording", "completed", "failed"] as const).map(
      (status): Narrowed<typeof sessionList.list> => [
        `recording ${status}`,
        () => ({ recordingStatus: status, unrestricted: true }),
      ],
    ),
  ])("sessions narrowed to %s", async (_name, filter) => {
    const wanted = () => ({ ...page(), from: position(), ...filter() });
    expect(await faultsOf((explained) => sessionList.list(explained, wanted()))).toEqual([]);
  });

  test.each<Narrowed<typeof analysisList.list>>([
    ["nothing", () => ({})],
    ["a candidate", ofCandidate],
    ["an interview", ofInterview],
    ["a session", () => ({ sessionId: middle.session?.publicId })],
    ["pending", () => ({ status: "pending" as const })],
    ["completed", () => ({ status: "completed" as const })],
    ...VERDICTS.map((finalStatus): Narrowed<typeof analysisList.list> => [finalStatus, () => ({ finalStatus })]),
    ["a stretch of time", between],
    ["the latest", () => ({ latestOnly: true })],
  ])("analyses narrowed to %s", async (_name, filter) => {
    const wanted = () => ({ ...page(), from: position(), latestOnly: false, ...filter() });
    expect(await faultsOf((explained) => analysisList.list(explained, wanted()))).toEqual([]);
  });

  test.each<Narrowed<typeof decisions.list>>([
    ["nothing", () => ({})],
    ["a candidate", ofCandidate],
    ["an interview", ofInterview],
    ...VERDICTS.map((decision): Narrowed<typeof decisions.list> => [decision, () => ({ decision })]),
    ["a stretch of time", between],
  ])("decisions narrowed to %s", async (_name, filter) => {
    const wanted = () => ({ ...page(), from: position(), ...filter() });
    expect(await faultsOf((explained) => decisions.list(explained, wanted()))).toEqual([]);
  });

  test.each([
    ["nothing", () => ({})],
    ["an interview", ofInterview],
  ])("share links narrowed to %s", async (_name, filter) => {
    const wanted = () => ({ ...page(), from: position(), ...filter() });
    expect(await faultsOf((explained) => shareLinks.list(explained, wanted()))).toEqual([]);
  });

  test.each([
    ["nothing", () => ({})],
    ["an address", () => ({ email: "c77@large.example" })],
    ["an external id", () => ({ externalId: "c77" })],
    ["a common beginning", () => ({ namePrefix: "cand" })],
    ["a rare beginning", () => ({ namePrefix: "zebu" })],
    ["nobody's beginning", () => ({ namePrefix: "quetzal" })],
    ["a stretch of time", between],
  ])("candidates narrowed to %s", async (_name, filter) => {
    const after = position() && { createdAt: middle.createdAt, id: middle.candidateId };
    const read = (explained: Db) => candidates.list(explained, large.organizationId, filter(), { after, limit: PAGE });
    expect(await faultsOf(read)).toEqual([]);
  });

  test.each([
    ["nothing", () => ({})],
    ["a common action", () => ({ action: "review.opened" })],
    ["what nobody did", () => ({ action: "share_link.revoked" })],
    ["a subject", () => ({ subjectId: middle.id })],
  ])("the record narrowed to %s", async (_name, filter) => {
    const after = position() && { at: new Date(Date.now() - 2_000 * 60_000), id: 1n };
    const read = (explained: Db) => auditEvents.list(explained, large.organizationId, filter(), after, PAGE);
    expect(await faultsOf(read)).toEqual([]);
  });

  test.each(["pending", "delivered", "failed", undefined] as const)("deliveries that are %s", async (status) => {
    const after = position() && { createdAt: new Date(Date.now() - 2_000 * 60_000), id: middle.id };
    const read = (explained: Db) => webhookDeliveries.list(explained, large, { status, after, limit: PAGE });
    expect(await faultsOf(read)).toEqual([]);
  });
});
