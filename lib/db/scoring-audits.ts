import type { AuditFinding, AuditMeasure } from "../domain/scoring-audit.ts";
import { FOR_SCORING, type SessionForScoring } from "./analyses.ts";
import type { Db } from "./client.ts";

/* What template versions' scores are tried for every night. A night begins at two, by the database's clock and in UTC. */

/** Versions whose interviews have all ended longer ago are tried no more, unless they are what their template asks now. */
const IN_USE_DAYS = 30;
/** Of a version, how long what was found in earlier nights is kept. */
const KEPT_NIGHTS = 90;

/** Versions that are in use, have something to be tried on and have not been tried this night by this rubric. Sandboxes have none. */
export async function findDue(db: Db, rubricVersion: string, limit: number): Promise<string[]> {
  const due = await db.$queryRaw<{ id: string }[]>`
    SELECT v.id FROM template_versions v
    JOIN templates t ON t.id = v.template_id
    JOIN organizations o ON o.id = t.organization_id
    WHERE o.sandbox_of_id IS NULL
      AND NOT EXISTS (
        SELECT 1 FROM scoring_audits a
        WHERE a.template_version_id = v.id AND a.rubric_version = ${rubricVersion}
          AND a.night = (clock_timestamp() AT TIME ZONE 'UTC' - interval '2 hours')::date)
      AND EXISTS (
        SELECT 1 FROM interviews i JOIN candidates c ON c.id = i.candidate_id
        WHERE i.template_version_id = v.id AND i.stage = 'completed' AND NOT i.erased AND NOT c.restricted
          AND (t.published_version_id = v.id OR i.ended_at >= clock_timestamp() - make_interval(days => ${IN_USE_DAYS})))
    ORDER BY v.id LIMIT ${limit}::int`;
  return due.map(({ id }) => id);
}

/** Whose version it is, and whether it has not been tried this night by this rubric. Null: there is none, or only in a sandbox. */
export async function findSubject(db: Db, versionId: string, rubricVersion: string): Promise<Subject | null> {
  const [subject] = await db.$queryRaw<Subject[]>`
    SELECT v.id AS "versionId", t.id AS "templateId", t.organization_id AS "organizationId", v.number,
      NOT EXISTS (
        SELECT 1 FROM scoring_audits a
        WHERE a.template_version_id = v.id AND a.rubric_version = ${rubricVersion}
          AND a.night = (clock_timestamp() AT TIME ZONE 'UTC' - interval '2 hours')::date) AS "isDue"
    FROM template_versions v
    JOIN templates t ON t.id = v.template_id
    JOIN organizations o ON o.id = t.organization_id
    WHERE v.id = ${versionId}::uuid AND o.sandbox_of_id IS NULL`;
  return subject ?? null;
}
export type Subject = {
  versionId: string;
  templateId: string;
  organizationId: string;
  number: number;
  isDue: boolean;
};

/** Completed, and nobody asks for their deletion. */
const usable = (versionId: string) =>
  ({
    status: "completed",
    candidate: { restricted: false, erasingSince: null },
    interview: { templateVersionId: versionId, erased: false },
  }) as const;

/** Sessions that a version can be tried on, the newest first. */
export async function findSessions(db: Db, versionId: string, limit: number): Promise<string[]> {
  const found = await db.session.findMany({
    where: usable(versionId),
    orderBy: [{ startedAt: "desc" }, { id: "desc" }],
    take: limit,
    select: { id: true },
  });
  return found.map(({ id }) => id);
}

/** One of them with its answers; null when its candidate has asked for deletion meanwhile. */
export function findSession(db: Db, versionId: string, id: string): Promise<SessionForScoring | null> {
  return db.session.findFirst({ where: { id, ...usable(versionId) }, select: FOR_SCORING });
}

/**
 * Stores what a night's audit found, once: the first that comes does.
 * @returns whether it was this call
 */
export async function store(
  tx: Db,
  { versionId, organizationId }: Subject,
  rubricVersion: string,
  findings: readonly AuditFinding[],
): Promise<boolean> {
  const night = await tonight(tx);
  const { count } = await tx.scoringAudit.createMany({
    data: findings.map((finding) => ({
      ...{ organizationId, templateVersionId: versionId, rubricVersion, night },
      ...finding,
    })),
    skipDuplicates: true,
  });
  await tx.$executeRaw`
    DELETE FROM scoring_audits
    WHERE template_version_id = ${versionId}::uuid AND night < ${night}::date - ${KEPT_NIGHTS}::int`;
  return count > 0;
}

async function tonight(db: Db): Promise<Date> {
  const [row] = await db.$queryRaw<{ night: Date }[]>`
    SELECT (clock_timestamp() AT TIME ZONE 'UTC' - interval '2 hours')::date AS night`;
  if (!row) throw new Error("the database has no clock");
  return row.night;
}

/**
 * Whether this rubric fails an audit of a version: something that was beyond its limit and has not been within it since. Too few answers
 * clear nobody, and neither does another version of the template that has not been tried on that yet. Where none was tried, none has failed.
 */
export async function hasFailed(db: Db, versionId: string, rubricVersion: string): Promise<boolean> {
  const failed = await db.$queryRaw<unknown[]>`
    SELECT 1 FROM (
      SELECT DISTINCT ON (a.measure) a.holds
      FROM template_versions v
      JOIN template_versions tried ON tried.template_id = v.template_id AND tried.number <= v.number
      JOIN scoring_audits a ON a.template_version_id = tried.id
      WHERE v.id = ${versionId}::uuid AND a.rubric_version = ${rubricVersion} AND a.holds IS NOT NULL
      ORDER BY a.measure, tried.number DESC, a.night DESC
    ) last WHERE NOT holds LIMIT 1`;
  return failed.length > 0;
}

/** A night's audit of a version, by its number. */
export type AuditRow = {
  version: number;
  rubricVersion: string;
  ranAt: Date;
  hasFailed: boolean;
  findings: AuditFinding[];
};

/** The last audit of a version, by whichever rubric, or of the version before it that had one. Null where none has been tried. */
export async function findLast(db: Db, versionId: string): Promise<AuditRow | null> {
  const { templateId, number } = await db.templateVersion.findUniqueOrThrow({ where: { id: versionId } });
  const last = await db.scoringAudit.findFirst({
    where: { version: { templateId, number: { lte: number } } },
    orderBy: [{ version: { number: "desc" } }, { ranAt: "desc" }],
    include: { version: { select: { number: true } } },
  });
  if (!last) return null;
  const { templateVersionId, rubricVersion, night, ranAt, version } = last;
  const rows = await db.scoringAudit.findMany({ where: { templateVersionId, rubricVersion, night } });
  const findings = rows.map(({ measure, value, atMost, n, holds }) => ({
    ...{ value, atMost, n, holds },
    measure: measure as AuditMeasure,
  }));
  const failed = await hasFailed(db, versionId, rubricVersion);
  return { version: version.number, rubricVersion, ranAt, hasFailed: failed, findings };
}
