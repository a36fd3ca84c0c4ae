import { beforeAll, describe, expect, test } from "vitest";
import { OPERATIONS } from "../../lib/contract/operations/all.ts";
import { db } from "../../lib/db/client.ts";
import { EXAMPLES } from "../../lib/openapi/examples.ts";
import { DocumentedRun } from "../support/documented-run.ts";
import { startedSession } from "../support/interview.ts";
import { newNames } from "../support/steady.ts";
import { newTenant, type Tenant } from "../support/tenant.ts";

/*
 * Whatever becomes of a session, each of its operations answers with a status, a code and a shape that the document names: `send` holds
 * every answer against it.
 */

let tenant: Tenant;
beforeAll(async () => {
  tenant = await newTenant();
});

const BYTES = { "x-part-sha256": "0".repeat(64), "x-part-offset": "0", "content-length": "1" };

/** Of one session, or of its interview's token: whoever takes an interview calls them. */
const ITS_OWN = OPERATIONS.filter(
  ({ documented, path, access }) => documented && access === "candidate" && path.startsWith("/api/interview/"),
);

const ENDS: [string, (interviewId: string) => Promise<unknown>][] = [
  ["going on", async () => {}],
  ["withdrawn", (id) => db().interview.update({ where: { id }, data: { revokedAt: new Date() } })],
  ["past its time", (id) => db().interview.update({ where: { id }, data: { expiresAt: new Date(0) } })],
  [
    "over",
    (interviewId) =>
      db().session.update({ where: { interviewId }, data: { status: "completed", endedAt: new Date() } }),
  ],
  [
    "over for long",
    (interviewId) =>
      db().session.update({ where: { interviewId }, data: { status: "completed", endedAt: new Date(0) } }),
  ],
];

describe.each(ENDS)("a session that is %s", (_, end) => {
  test.each(ITS_OWN.map((operation) => [operation.id, operation] as const))("%s", async (id, operation) => {
    const { session_id, question_id, interviewId, token } = await startedSession(tenant);
    await end(interviewId);
    const run = new DocumentedRun(tenant.apiKey, newNames("http://localhost"));
    const example = EXAMPLES[id]?.body as Record<string, unknown> | undefined;
    const mine = { session_id, question_id, interview_token: token };
    const own = Object.entries(mine).filter(([name]) => example && name in example);
    const answer = await run.answerTo(operation, {
      params: { session_id, answer_id: question_id, segment: 0, seq: 0, part: "introduction" },
      apiKey: null,
      ...(example ? { body: { ...example, ...Object.fromEntries(own) } } : {}),
      ...(operation.upload ? { raw: "x", headers: BYTES } : {}),
    });
    expect(answer.status).toBeLessThan(500);
  });
});
