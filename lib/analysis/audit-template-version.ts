import * as auditEvents from "../db/audit-events.ts";
import { type Db, db, transaction } from "../db/client.ts";
import * as cutSettings from "../db/cut-settings.ts";
import * as scoringAudits from "../db/scoring-audits.ts";
import { scorerKey } from "../domain/cuts.ts";
import type { AuditFinding } from "../domain/scoring-audit.ts";
import { logger } from "../logger.ts";
import type { InterviewInput } from "./pipeline/interview-input.ts";
import { toInput } from "./pipeline/to-input.ts";
import { offlineRubric } from "./rubric/offline-rubric.ts";
import type { Scorer } from "./scorer.ts";
import { auditInterviews, MAX_ANSWERS } from "./scoring-audit/audit-interviews.ts";

/**
 * Tries the rubric on the newest answers that were given to a template version, and stores what came of it: once a night, whoever asks.
 * Beyond its limits the version stops recommending (lib/analysis/run-analysis.ts), and its organisation's record says so.
 */
export async function auditTemplateVersion(
  { templateVersionId }: { templateVersionId: string },
  scorer: Scorer = offlineRubric,
): Promise<void> {
  const { rubricVersion } = scorer.identity;
  const subject = await scoringAudits.findSubject(db(), templateVersionId, rubricVersion);
  if (!subject?.isDue) return;
  const interviews = await newestInterviews(templateVersionId, scorer);
  if (interviews.length === 0) return;
  const findings = await auditInterviews(interviews, scorer);
  await transaction(async (tx) => {
    const failedBefore = await scoringAudits.hasFailed(tx, templateVersionId, rubricVersion);
    if (!(await scoringAudits.store(tx, subject, rubricVersion, findings))) return;
    const failsNow = await scoringAudits.hasFailed(tx, templateVersionId, rubricVersion);
    if (failsNow !== failedBefore) await tell(tx, subject, failsNow, findings);
  });
  const broken = findings.filter(({ holds }) => holds === false).map(({ measure }) => measure);
  logger.info({ template_version_id: templateVersionId, broken }, "template version audited");
}

/** So many that there are answers enough. */
async function newestInterviews(versionId: string, { identity }: Scorer): Promise<InterviewInput[]> {
  const cuts = await cutSettings.findInForce(db(), versionId, scorerKey(identity));
  const interviews: InterviewInput[] = [];
  let answers = 0;
  for (const id of await scoringAudits.findSessions(db(), versionId, MAX_ANSWERS)) {
    const session = await scoringAudits.findSession(db(), versionId, id);
    if (!session) continue;
    const input = toInput(session, cuts);
    interviews.push(input);
    answers += input.questions.filter(({ answer }) => answer !== null).length;
    if (answers >= MAX_ANSWERS) break;
  }
  return interviews;
}

/** In the record of who did what: when a version begins to be stopped, and when it is no more. */
async function tell(
  tx: Db,
  { organizationId, templateId, number }: scoringAudits.Subject,
  failsNow: boolean,
  findings: readonly AuditFinding[],
): Promise<void> {
  const action = failsNow ? "template.stopped_recommending" : "template.recommends_again";
  const broken = findings
    .filter(({ holds }) => holds === false)
    .map(({ measure, value, atMost, n }) => ({ measure, value, at_most: atMost, n }));
  await auditEvents.append(tx, { kind: "system", organizationId }, action, {
    kind: "template",
    id: templateId,
    detail: { version: number, broken },
  });
}
