import { expect, test } from "vitest";
import { listAuditEvents } from "../audit/list-audit-events.ts";
import { ExportQuery } from "../contract/v1/exports.ts";
import { db } from "../db/client.ts";
import { exportInterviews } from "../exports/export-interviews.ts";
import { createApiKey } from "../keys/create-api-key.ts";
import { presentDecision } from "../present/v1/decision.ts";
import { testDatabase, testOrganization } from "../testing/database/database.ts";
import { listInterviews } from "../testing/interview-page.ts";
import { interviewMaker, testReviewer } from "../testing/interviews.ts";
import { getReview } from "../testing/reviewed.ts";
import { decideFor } from "./decide-for.ts";

await testDatabase();

const WORDS = "API key “Our ATS” for Rita Reviewer";

/** An interview that a program has decided about, for Rita. */
async function decidedByKey() {
  const actor = await testOrganization();
  const { id: keyId } = await createApiKey({ name: "Our ATS" }, actor);
  const rita = await testReviewer(actor, "Rita Reviewer");
  const { email } = await db().user.findUniqueOrThrow({ where: { id: rita.id as string } });
  const make = await interviewMaker(actor);
  const { id } = await make({ name: "Ada", email: "ada@example.com", session: "completed" });
  const key = { organizationId: actor.organizationId, kind: "api_key", id: keyId } as const;
  const body = { interview_id: id, decision: "passed", reason: "Good.", decided_by: email } as const;
  return { actor, id, keyId, rita, decision: await decideFor(key, body) };
}

test("a decision that a key sent is shown as that key's, for whoever it named, everywhere", async () => {
  const { actor, id, keyId, rita, decision } = await decidedByKey();
  expect((await getReview(id, actor)).decisions).toMatchObject([{ by: WORDS }]);
  expect((await listInterviews({}, actor)).interviews).toMatchObject([{ decidedBy: WORDS }]);
  expect(presentDecision(decision)).toMatchObject({
    decided_by: { name: "Rita Reviewer" },
    made_by: { kind: "api_key", id: keyId, name: "Our ATS" },
  });
  const exported = await exportInterviews(actor, ExportQuery.parse({ format: "jsonl" }));
  expect(JSON.parse(await new Response(exported.body).text())).toMatchObject({
    decided_by: "Rita Reviewer",
    decided_by_api_key: "Our ATS",
    decided_on_recording_version: 0,
  });
  const [event] = await listAuditEvents(actor, { action: "decision.made", after: null, limit: 5 });
  expect(event).toMatchObject({
    actorName: "Our ATS",
    behalf: { id: rita.id, name: "Rita Reviewer" },
    event: { actorKind: "api_key", actorId: keyId },
  });
});
