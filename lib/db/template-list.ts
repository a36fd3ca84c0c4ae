import type { ListPosition } from "../domain/list-position.ts";
import type { Db } from "./client.ts";
import { Prisma } from "./generated/client.ts";

export type TemplateSummaryRow = {
  id: string;
  externalId: string | null;
  name: string;
  /** The number of the version that is published, and what it says. */
  version: number;
  roleTitle: string;
  questionCount: number;
  createdAt: Date;
  archivedAt: Date | null;
};

export type TemplateFilter = {
  externalId?: string | undefined;
  name?: string | undefined;
  archived: boolean;
  createdAfter?: Date | undefined;
  createdBefore?: Date | undefined;
};

/** Where a stretch begins, and how many it has at most; null: all that there are. */
export type Stretch = { after: ListPosition | null; limit: number | null };

/** One stretch of the organisation's published templates, newest first, from below a place. */
export function list(
  db: Db,
  organizationId: string,
  filter: TemplateFilter,
  { after, limit }: Stretch,
): Promise<TemplateSummaryRow[]> {
  const { externalId, name, archived, createdAfter, createdBefore } = filter;
  const conditions = [
    Prisma.sql`t.organization_id = ${organizationId}::uuid`,
    archived ? Prisma.sql`t.archived_at IS NOT NULL` : Prisma.sql`t.archived_at IS NULL`,
    ...(externalId === undefined ? [] : [Prisma.sql`t.external_id = ${externalId}`]),
    ...(name === undefined ? [] : [Prisma.sql`normalize(t.name, NFC) = ${name.normalize("NFC")}`]),
    ...(createdAfter ? [Prisma.sql`t.created_at > ${createdAfter}`] : []),
    ...(createdBefore ? [Prisma.sql`t.created_at < ${createdBefore}`] : []),
    ...(after ? [Prisma.sql`(t.created_at, t.id) < (${after.createdAt}, ${after.id}::uuid)`] : []),
  ];
  return db.$queryRaw<TemplateSummaryRow[]>`
    SELECT t.id, t.external_id AS "externalId", t.name, v.number AS version, v.role_title AS "roleTitle",
      t.created_at AS "createdAt", t.archived_at AS "archivedAt",
      (SELECT count(*)::int FROM version_questions WHERE version_id = v.id) AS "questionCount"
    FROM templates t JOIN template_versions v ON v.id = t.published_version_id
    WHERE ${Prisma.join(conditions, " AND ")}
    ORDER BY t.created_at DESC, t.id DESC LIMIT ${limit}`;
}
