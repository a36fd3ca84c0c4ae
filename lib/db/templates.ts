import { isUuid } from "../domain/ids.ts";
import type { Db } from "./client.ts";
import { databaseNow } from "./clock.ts";
import { type CutSettingRow, IN_FORCE } from "./cut-settings.ts";
import type { Prisma } from "./generated/client.ts";
import { type AuditRow, findLast } from "./scoring-audits.ts";
import { CONTENT, type VersionContent } from "./template-versions.ts";

export type TemplateRow = { id: string; name: string };

const COLUMNS = { id: true, name: true } as const;

/** Neither archived nor still to be published: somebody can be invited to it. */
const OPEN = { archivedAt: null, publishedVersionId: { not: null } } as const satisfies Prisma.TemplateWhereInput;

/** The organisation's template of this name or id that somebody can be invited to. */
export function find(db: Db, organizationId: string, nameOrId: string): Promise<TemplateRow | null> {
  const named = isUuid(nameOrId) ? { OR: [{ id: nameOrId }, { name: nameOrId }] } : { name: nameOrId };
  return db.template.findFirst({ where: { organizationId, ...OPEN, ...named }, select: COLUMNS });
}

export type NamedTemplate = TemplateRow & { externalId: string | null };

/** Those of the organisation's templates of these ids, names and external ids that somebody can be invited to. Names are compared as NFC. */
export function findNamed(
  db: Db,
  organizationId: string,
  { ids, names, externalIds }: { ids: string[]; names: string[]; externalIds: string[] },
): Promise<NamedTemplate[]> {
  return db.$queryRaw<NamedTemplate[]>`
    SELECT id, name, external_id AS "externalId" FROM templates
    WHERE organization_id = ${organizationId}::uuid AND archived_at IS NULL AND published_version_id IS NOT NULL AND (
      id = ANY(${ids.filter(isUuid)}::uuid[]) OR external_id = ANY(${externalIds})
      OR normalize(name, NFC) = ANY(${names.map((name) => name.normalize("NFC"))})
    )`;
}

/** The organisation's oldest template that somebody can be invited to. */
export function findOldest(db: Db, organizationId: string): Promise<TemplateRow | null> {
  return db.template.findFirst({
    where: { organizationId, ...OPEN },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
    select: COLUMNS,
  });
}

/** A template with the version that is published: its number, all that it says, and what its scores were last tried for. */
export type TemplateDetails = Omit<Prisma.TemplateGetPayload<object>, "publishedVersionId"> & {
  version: number;
  versionId: string;
  content: VersionContent;
  /** Of each scorer and criterion the setting that counts. */
  cuts: CutSettingRow[];
  audit: AuditRow | null;
};

/** A template that has been published, archived or not. */
export async function findPublished(db: Db, organizationId: string, id: string): Promise<TemplateDetails | null> {
  const found = await db.template.findFirst({
    where: { id, organizationId },
    omit: { publishedVersionId: true },
    include: {
      publishedVersion: {
        include: { ...CONTENT.include, cutSettings: IN_FORCE },
        omit: { ...CONTENT.omit, id: false, number: false },
      },
    },
  });
  if (!found?.publishedVersion) return null;
  const { publishedVersion, ...template } = found;
  const { id: versionId, number: version, cutSettings: cuts, ...content } = publishedVersion;
  return { ...template, version, versionId, content, cuts, audit: await findLast(db, versionId) };
}

/** What belongs to the template itself, whatever its version. Absent: as it is. */
export type TemplateFields = Partial<Pick<TemplateDetails, "name" | "externalId" | "coachingNotes">>;

export async function update(db: Db, organizationId: string, id: string, fields: TemplateFields): Promise<void> {
  await db.template.updateMany({ where: { id, organizationId }, data: fields });
}

/** @returns whether it was this call that archived it */
export async function markArchived(db: Db, organizationId: string, id: string): Promise<boolean> {
  const { count } = await db.template.updateMany({
    where: { id, organizationId, archivedAt: null },
    data: { archivedAt: await databaseNow(db) },
  });
  return count > 0;
}

/** Which of these another template of the organisation has, archived or not. Names are compared as NFC. */
export async function findTaken(
  db: Db,
  organizationId: string,
  {
    name,
    externalId,
    exceptId,
  }: { name?: string | undefined; externalId?: string | null | undefined; exceptId?: string },
): Promise<"name" | "external_id" | null> {
  const others = await db.$queryRaw<{ sameName: boolean }[]>`
    SELECT COALESCE(normalize(name, NFC) = ${name?.normalize("NFC") ?? null}, false) AS "sameName" FROM templates
    WHERE organization_id = ${organizationId}::uuid AND id IS DISTINCT FROM ${exceptId ?? null}::uuid
      AND (normalize(name, NFC) = ${name?.normalize("NFC") ?? null} OR external_id = ${externalId ?? null})`;
  if (others.length === 0) return null;
  return others.some(({ sameName }) => sameName) ? "name" : "external_id";
}
