import { expect, test } from "vitest";
import { rescore } from "../analysis/rescore.ts";
import { offlineRubric } from "../analysis/rubric/offline-rubric.ts";
import { runAnalysis } from "../analysis/run-analysis.ts";
import type { Scorer } from "../analysis/scorer.ts";
import { db, transaction } from "../db/client.ts";
import * as deletionRequests from "../db/deletion-requests.ts";
import { countLeftOut } from "../exports/count-left-out.ts";
import { exportInterviews } from "../exports/export-interviews.ts";
import { acceptPart } from "../recording/accept-part.ts";
import { openSegment } from "../recording/open-segment.ts";
import { holdUnrestricted } from "../restriction/assert-unrestricted.ts";
import { isPutOff } from "../restriction/put-off.ts";
import { listAnalyses } from "../review/list-results.ts";
import { createShareLink } from "../shares/create-share-link.ts";
import { endSession } from "../sitting/end-session.ts";
import { pendingAnalysis, using } from "../testing/analysis/analyses.ts";
import { testDatabase } from "../testing/database/database.ts";
import { listInterviews } from "../testing/interview-page.ts";
import { testReviewer } from "../testing/interviews.ts";
import { testInvitation } from "../testing/invitation.ts";
import { testSession } from "../testing/recording-session.ts";
import { decide, getRestriction, getReview, getSharedInterview } from "../testing/reviewed.ts";
import { keepData, withdrawRequest } from "./end-deletion-request.ts";
import { requestDeletion } from "./request-deletion.ts";

await testDatabase();

/** A finished interview with an analysis that waits, a recruiter and a share link. */
async function finished() {
  const session = await testSession();
  await endSession(session.sessionId);
  const reviewer = await testReviewer(session.actor);
  const { token } = await db().interview.findUniqueOrThrow({ where: { id: session.interviewId } });
  const { url } = await createShareLink(session.actor, session.interviewId, { expires_in_days: 1 });
  return { ...session, reviewer, token, shareToken: url.split("/").at(-1) ?? "" };
}

const restricted = { code: "deletion_requested" };
const verdict = { decision: "passed", reason: "Well told." } as const;

test("from the request on nothing is decided, shared, scored or shown, and after it was taken back all goes on", async () => {
  const { actor, reviewer, interviewId, token, shareToken } = await finished();
  const all = [
    () => decide({ interviewId, ...verdict }, reviewer),
    () => createShareLink(actor, interviewId, { expires_in_days: 1 }),
    () => getSharedInterview(shareToken),
    () => getReview(interviewId, reviewer),
    () => rescore(actor, interviewId, { scorer: "offline" }),
  ];
  await requestDeletion(token);
  for (const verb of all) await expect(verb()).rejects.toMatchObject(restricted);
  await withdrawRequest(token);
  await withdrawRequest(token);
  expect(await decide({ interviewId, ...verdict }, reviewer)).toMatchObject({ decision: "passed" });
  expect(await getSharedInterview(shareToken)).toMatchObject({ interview_id: interviewId });
  const audit = await db().auditEvent.findMany({ where: { action: { startsWith: "candidate.deletion" } } });
  expect(audit.map(({ action }) => action)).toEqual(["candidate.deletion_requested", "candidate.deletion_withdrawn"]);
});

test("a request concerns every interview of the candidate in the organisation, and nobody else's", async () => {
  const { actor, reviewer, interviewId, token } = await finished();
  const { token: other } = await testInvitation({ name: "Ada Lovelace", email: "ada@example.com" }, actor);
  const { interviewId: somebodys } = await finished();
  await requestDeletion(other);
  await expect(getReview(interviewId, reviewer)).rejects.toMatchObject(restricted);
  expect(await getRestriction(actor, interviewId)).toMatchObject({ askedElsewhere: true, stored: { shareLinks: 1 } });
  expect(await getRestriction(actor, somebodys)).toBeNull();
  await requestDeletion(token);
  expect(await db().deletionRequest.count({ where: { candidate: { organizationId: actor.organizationId } } })).toBe(1);
});

test("waiting jobs end without having failed, and are added again when the data is kept", async () => {
  const { actor, reviewer, sessionId, interviewId, candidateId, token } = await finished();
  const { id: analysisId } = await db().analysis.findFirstOrThrow({ where: { sessionId } });
  await requestDeletion(token);
  expect(await isPutOff("analysis.run", { analysisId })).toBe(true);
  expect(await isPutOff("recording.finalize", { sessionId })).toBe(true);
  expect(await isPutOff("recording.make-mp4", { storageKey: "recordings/nobodys.webm" })).toBe(false);
  expect(await deletionRequests.findPutOff(db(), candidateId)).toMatchObject({
    analyses: [analysisId],
    recordings: [],
  });
  const waiting = () => countJobs("analysis.run", analysisId);
  const before = await waiting();
  await keepData(reviewer, interviewId, "A court asked for it.");
  expect(await waiting()).toBe(before + 1);
  expect(await isPutOff("analysis.run", { analysisId })).toBe(false);
  expect(await deletionRequests.findLatest(db(), candidateId)).toMatchObject({
    outcome: "kept",
    endedById: reviewer.id,
    reason: "A court asked for it.",
  });
  await expect(keepData(actor, interviewId, "Twice.")).rejects.toMatchObject({ code: "no_deletion_request" });
});

test("an analysis that was under way when the request came stores nothing, and is completed later", async () => {
  const { analysisId, sessionId, organizationId } = await pendingAnalysis([
    "I read the query plan and added an index.",
  ]);
  const { interview } = await db().session.findUniqueOrThrow({
    where: { id: sessionId },
    include: { interview: true },
  });
  const interrupted: Scorer = {
    ...offlineRubric,
    async scoreQuestion(...asked) {
      await requestDeletion(interview.token);
      return offlineRubric.scoreQuestion(...asked);
    },
  };
  await runAnalysis({ analysisId }, using(interrupted));
  const read = () => db().analysis.findUniqueOrThrow({ where: { id: analysisId } });
  expect(await read()).toMatchObject({ status: "processing", overallScore: null });
  await keepData({ organizationId, kind: "system" }, interview.id, "Needed.");
  await runAnalysis({ analysisId }, using(offlineRubric));
  expect(await read()).toMatchObject({ status: "completed" });
});

test("a request waits for a write that is under way, and the next write sees it", async () => {
  const { interviewId, token } = await finished();
  const order: string[] = [];
  const held = Promise.withResolvers<void>();
  const asked = held.promise.then(() => requestDeletion(token)).then(() => order.push("asked"));
  await transaction(async (tx) => {
    await holdUnrestricted(tx, { interviewId });
    held.resolve();
    await new Promise((resolve) => setTimeout(resolve, 200));
    order.push("written");
  });
  await asked;
  expect(order).toEqual(["written", "asked"]);
  await expect(transaction((tx) => holdUnrestricted(tx, { interviewId }))).rejects.toMatchObject(restricted);
});

test("a sitting under way takes nothing more until the request is taken back", async () => {
  const { sessionId, interviewId } = await testSession();
  const { token } = await db().interview.findUniqueOrThrow({ where: { id: interviewId } });
  const segment = { client_key: "one", mime_type: "video/webm" };
  await openSegment(sessionId, segment);
  await requestDeletion(token);
  await expect(openSegment(sessionId, { ...segment, client_key: "two" })).rejects.toMatchObject(restricted);
  const part = { sessionId, segmentIndex: 0, seq: 0, offset: 0, length: 1, sha256: "0".repeat(64) };
  const body = async function* () {
    yield new Uint8Array(1);
  };
  await expect(acceptPart(part, body())).rejects.toMatchObject(restricted);
  await withdrawRequest(token);
  expect(await openSegment(sessionId, { ...segment, client_key: "two" })).toBe(1);
});

test("lists say that somebody asks, tell neither scores nor decisions of theirs, and exports leave them out and count them", async () => {
  const { actor, reviewer, interviewId, token } = await finished();
  await testInvitation({ name: "Bea Else", email: "bea@example.com" }, actor);
  await decide({ interviewId, ...verdict }, reviewer);
  await requestDeletion(token);
  const { interviews } = await listInterviews({ state: "deletion_requested" }, actor);
  expect(interviews).toMatchObject([{ id: interviewId, analysis: null, decision: null }]);
  expect(interviews[0]?.deletionRequestedAt).toBeInstanceOf(Date);
  expect((await listInterviews({ state: "to_review" }, actor)).interviews).toEqual([]);
  expect(await listAnalyses(actor, { limit: 10, latest: "0" }, null)).toEqual([]);
  const { body, leftOut } = await exportInterviews(actor, { format: "jsonl", bom: "0" });
  const text = await new Response(body).text();
  expect([leftOut, text.includes("Bea Else"), text.includes("Ada Lovelace")]).toEqual([1, true, false]);
  expect(await countLeftOut(actor, { search: "nobody" })).toBe(0);
});

async function countJobs(name: string, analysisId: string): Promise<number> {
  const [row] = await db().$queryRaw<{ count: number }[]>`
    SELECT count(*)::integer AS count FROM pgboss.job WHERE name = ${name} AND data ->> 'analysisId' = ${analysisId}`;
  return row?.count ?? 0;
}
