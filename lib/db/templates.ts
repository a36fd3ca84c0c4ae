import { isUuid } from "../domain/ids.ts";
import type { TemplateSize } from "../domain/session-quota.ts";
import type { Db } from "./client.ts";
import type { Prisma } from "./generated/client.ts";

export type TemplateRow = { id: string; name: string };

const COLUMNS = { id: true, name: true } as const;

export type NewTemplate = Pick<
  Prisma.TemplateUncheckedCreateInput,
  "organizationId" | "name" | "roleTitle" | "introduction"
> & {
  companyValues: string[];
  /** In the order in which they are asked. */
  questions: Omit<Prisma.TemplateQuestionCreateWithoutTemplateInput, "position">[];
};

export function insert(db: Db, { questions, ...template }: NewTemplate): Promise<TemplateRow> {
  const create = questions.map((question, index) => ({ ...question, position: index + 1 }));
  return db.template.create({ data: { ...template, questions: { create } }, select: COLUMNS });
}

/** The organisation's template of this name or id, unless it is archived. */
export function find(db: Db, organizationId: string, nameOrId: string): Promise<TemplateRow | null> {
  const named = isUuid(nameOrId) ? { OR: [{ id: nameOrId }, { name: nameOrId }] } : { name: nameOrId };
  return db.template.findFirst({ where: { organizationId, archivedAt: null, ...named }, select: COLUMNS });
}

export type NamedTemplate = TemplateRow & { externalId: string | null };

/** The organisation's templates of these ids, names and external ids, unless they are archived. Names are compared as NFC. */
export function findNamed(
  db: Db,
  organizationId: string,
  { ids, names, externalIds }: { ids: string[]; names: string[]; externalIds: string[] },
): Promise<NamedTemplate[]> {
  return db.$queryRaw<NamedTemplate[]>`
    SELECT id, name, external_id AS "externalId" FROM templates
    WHERE organization_id = ${organizationId}::uuid AND archived_at IS NULL AND (
      id = ANY(${ids.filter(isUuid)}::uuid[]) OR external_id = ANY(${externalIds})
      OR normalize(name, NFC) = ANY(${names.map((name) => name.normalize("NFC"))})
    )`;
}

/** What a template makes of a sitting: its questions, the seconds that they allow with all retakes, and the bytes of their texts. */
export async function sizeOf(db: Db, id: string): Promise<TemplateSize> {
  const [size] = await db.$queryRaw<TemplateSize[]>`
    SELECT count(*)::int AS questions,
      coalesce(sum((coalesce(prep_seconds, 0) + coalesce(answer_seconds, 0)) * (1 + retakes)), 0)::float8 AS seconds,
      coalesce(sum(octet_length(text) + octet_length(ideal_answer) + octet_length(rubric_notes) + octet_length(keywords::text)), 0)::float8 AS "textBytes"
    FROM template_questions WHERE template_id = ${id}::uuid`;
  return size ?? { questions: 0, seconds: 0, textBytes: 0 };
}

/** The organisation's oldest template that is not archived. */
export function findOldest(db: Db, organizationId: string): Promise<TemplateRow | null> {
  return db.template.findFirst({
    where: { organizationId, archivedAt: null },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
    select: COLUMNS,
  });
}

/** The organisation's templates that are not archived, oldest first: what somebody can be invited to. */
export function listOpen(db: Db, organizationId: string): Promise<TemplateRow[]> {
  return db.template.findMany({
    where: { organizationId, archivedAt: null },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
    select: COLUMNS,
  });
}

/** Copies an organisation's open templates, with their questions, to another. */
export async function copyAll(db: Db, fromOrganizationId: string, organizationId: string): Promise<void> {
  const originals = await db.template.findMany({
    where: { organizationId: fromOrganizationId, archivedAt: null },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
    include: { questions: { where: { position: { gt: 0 } }, orderBy: { position: "asc" } } },
  });
  for (const { id: _, createdAt: _createdAt, questions, categoryWeights, avatarSettings, ...template } of originals) {
    const create = questions.map(({ id: _id, templateId: _template, ...question }) => question);
    await db.template.create({
      data: {
        ...template,
        organizationId,
        categoryWeights: categoryWeights ?? {},
        avatarSettings: avatarSettings ?? {},
        questions: { create },
      },
    });
  }
}
