import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { db } from "../db/client.ts";
import type { Actor } from "../domain/actor.ts";
import { createShareLink } from "../shares/create-share-link.ts";
import { endSession } from "../sitting/end-session.ts";
import { getAnalysis, getSessionHead } from "../sitting/read-results.ts";
import { testDatabase } from "../testing/database/database.ts";
import { testSession } from "../testing/recording-session.ts";
import { getReview, getSharedInterview } from "../testing/reviewed.ts";
import { listAnalyses } from "./list-results.ts";
import { getAnalysisOf, listVersions } from "./read-session.ts";

await testDatabase();

test("who saw what of an interview is written down, by key and by share link too, once an hour for each", async () => {
  const { actor, sessionId, interviewId, candidateId } = await testSession();
  await endSession(sessionId);
  const { organizationId } = actor;
  const ada: Actor = { organizationId, kind: "user", id: randomUUID() };
  const key: Actor = { organizationId, kind: "api_key", id: randomUUID() };
  const { url, link } = await createShareLink(actor, interviewId, { expires_in_days: 1 });
  for (const _ of ["once", "again"]) {
    await getReview(interviewId, ada);
    await getAnalysis(key, String(candidateId));
    await getAnalysisOf(key, sessionId, undefined);
    await listVersions(key, sessionId);
    await getSessionHead(key, sessionId);
    await listAnalyses(key, { limit: 10, latest: "0" }, null);
    await getSharedInterview(url.split("/").at(-1) ?? "");
  }
  const events = await db().auditEvent.findMany({ where: { organizationId, actorKind: { not: "system" } } });
  const told = events.map(({ actorKind, actorId, action, subjectId }) => [actorKind, actorId, action, subjectId]);
  expect(told.sort()).toEqual(
    [
      ["user", ada.id, "review.opened", interviewId],
      ["api_key", key.id, "analysis.read", interviewId],
      ["api_key", key.id, "analysis.read", organizationId],
      ["api_key", key.id, "session.read", interviewId],
      ["share_link", link.id, "share_link.opened", interviewId],
    ].sort(),
  );
});
