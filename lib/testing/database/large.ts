import pg from "pg";
import { db } from "../../db/client.ts";
import { testOrganization, testTemplate } from "./database.ts";

/** A large organisation for tests of lists: what is rare in it, and what it has none of. */
export type Large = { organizationId: string; templateId: string; otherTemplateId: string; webhookId: string };

export const LARGE = 20_000;
/** The oldest are erased. */
const ERASED_FROM = 14_000;

/** Interviews are counted from the newest, 1. The last figures say what came of each: */
const KINDS = `
  CASE
    WHEN n % 2000 = 7 THEN 'running'
    WHEN n % 2000 = 8 THEN 'silent'
    WHEN n % 2000 = 9 THEN 'invited'
    WHEN n % 4000 = 10 THEN 'revoked'
    WHEN n % 20 = 11 THEN 'never started'
    WHEN n % 20 = 12 THEN 'left'
    ELSE 'completed'
  END`;

/**
 * Fills it by as few statements as there are tables, and without the triggers, which work row by row: the columns that they keep are
 * filled in as they would keep them. Everybody has decided `passed` where `failed` is recommended.
 */
export async function largeOrganization(url: string): Promise<Large> {
  const actor = await testOrganization("Large Ltd");
  const { organizationId } = actor;
  const [{ id: templateId }, { id: otherTemplateId }] = [
    await testTemplate(actor, "Large role"),
    await testTemplate(actor, "Small role"),
  ];
  const user = {
    organizationId,
    email: "decides@large.example",
    name: "Dee",
    role: "recruiter",
    passwordHash: "-",
  } as const;
  const { id: userId } = await db().user.create({ data: user });
  const webhook = { organizationId, url: "https://example.com", events: [], secret: "-" };
  const { id: webhookId } = await db().webhook.create({ data: webhook });
  const large = { organizationId, templateId, otherTemplateId, webhookId };
  await run(url, ["SET session_replication_role = replica", ...statements(large, userId), "ANALYZE"]);
  return large;
}

/** On a connection of its own: a transaction of the product's has not the time. */
async function run(url: string, all: string[]): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    for (const statement of all) await client.query(statement);
  } finally {
    await client.end();
  }
}

function statements({ organizationId, templateId, otherTemplateId, webhookId }: Large, userId: string): string[] {
  const org = `'${organizationId}'::uuid`;
  return [
    `CREATE TEMPORARY TABLE made AS
     SELECT n, n > ${ERASED_FROM} AS erased, ${KINDS} AS kind, now() - n * interval '1 minute' AS at, gen_random_uuid() AS interview,
       gen_random_uuid() AS session, gen_random_uuid() AS public, gen_random_uuid() AS analysis, gen_random_uuid() AS decision
     FROM generate_series(1, ${LARGE}) n`,
    `INSERT INTO candidates (id, organization_id, name, email, search, external_id, created_at, deletion_requested_at,
       restricted, erasing_since, erased_at)
     SELECT 1000000 + n, ${org}, 'Candidate ' || n, 'c' || n || '@large.example',
       CASE WHEN n % 9000 = 1 THEN 'zebulon' ELSE 'candidate' END || ' ' || n || ' c' || n || '@large.example', 'c' || n, at,
       CASE WHEN n % 9000 = 2 OR erased THEN now() END, n % 9000 = 2 AND NOT erased, CASE WHEN erased THEN now() END, CASE WHEN erased THEN now() END
     FROM made`,
    `INSERT INTO interviews (id, token, organization_id, candidate_id, template_id, external_id, created_at, expires_at,
       revoked_at, stage, started_at, ended_at, latest_analysis_id, overall_score, recommendation, analysed_at,
       latest_decision_id, decision, decided_at, erased)
     SELECT interview, gen_random_uuid(), ${org}, 1000000 + n,
       CASE WHEN n % 9000 = 3 THEN '${otherTemplateId}' ELSE '${templateId}' END::uuid, 'i' || n, at,
       CASE WHEN kind IN ('running', 'silent', 'invited') THEN now() + interval '1 day' ELSE at + interval '30 seconds' END,
       CASE WHEN kind = 'revoked' THEN at END,
       (CASE WHEN kind IN ('completed', 'revoked') THEN kind ELSE 'open' END)::interview_stage,
       CASE WHEN kind IN ('completed', 'running', 'silent', 'left') THEN at END, CASE WHEN kind = 'completed' THEN at END,
       CASE WHEN kind = 'completed' THEN analysis END, CASE WHEN kind = 'completed' THEN 40 END,
       CASE WHEN kind = 'completed' THEN 'failed'::final_status END, CASE WHEN kind = 'completed' THEN at END,
       CASE WHEN kind = 'completed' THEN decision END, CASE WHEN kind = 'completed' THEN 'passed'::final_status END,
       CASE WHEN kind = 'completed' THEN at END, erased
     FROM made`,
    `INSERT INTO sessions (id, public_id, organization_id, interview_id, candidate_id, status, started_at, ended_at,
       last_seen_at, recording_config, erased)
     SELECT session, public, ${org}, interview, 1000000 + n,
       (CASE WHEN kind = 'completed' THEN kind ELSE 'active' END)::session_status, at,
       CASE WHEN kind = 'completed' THEN at END, CASE WHEN kind = 'running' THEN now() ELSE at - interval '1 hour' END, '{}', erased
     FROM made WHERE kind IN ('completed', 'running', 'silent', 'left')`,
    `INSERT INTO recordings (session_id, status, organization_id, session_started_at, session_public_id)
     SELECT session, (CASE WHEN kind = 'running' THEN 'recording' ELSE 'completed' END)::recording_status, ${org}, at, public
     FROM made WHERE kind IN ('completed', 'running', 'silent', 'left') AND NOT erased`,
    `INSERT INTO analyses (id, organization_id, session_id, version, status, run_id, final_status, overall_score,
       created_at, completed_at)
     SELECT analysis, ${org}, session, 1, 'completed', gen_random_uuid(), 'failed', 40, at, at FROM made
     WHERE kind = 'completed' AND NOT erased`,
    `INSERT INTO decisions (id, organization_id, session_id, user_id, decision, reason, created_at, erased)
     SELECT decision, ${org}, session, '${userId}', 'passed', '-', at, erased FROM made WHERE kind = 'completed'`,
    `INSERT INTO share_links (id, organization_id, interview_id, token_hash, created_by, expires_at, created_at)
     SELECT gen_random_uuid(), ${org}, interview, n::text, '-', at, at FROM made WHERE n <= 5000`,
    `INSERT INTO audit_events (organization_id, actor_kind, action, subject_kind, subject_id, at)
     SELECT ${org}, 'system', 'review.opened', 'interview', interview::text, at FROM made WHERE n <= 5000`,
    `INSERT INTO webhook_events (id, message_id, organization_id, interview_id, type, payload, at)
     SELECT n, gen_random_uuid(), ${org}, interview, 'interview.completed', '{}', at FROM made WHERE n <= 5000`,
    `INSERT INTO webhook_deliveries (id, webhook_id, event_id, status, created_at)
     SELECT gen_random_uuid(), '${webhookId}', n, 'delivered', at FROM made WHERE n <= 5000`,
  ];
}
