import type { ListPosition } from "../domain/list-position.ts";
import type { Db } from "./client.ts";
import { databaseNow } from "./clock.ts";
import { Prisma } from "./generated/client.ts";

const WITH_QUESTIONS = {
  questions: { where: { position: { gt: 0 } }, orderBy: { position: "asc" } },
} as const satisfies Prisma.TemplateInclude;

/** A template with the questions that it asks, in their order. */
export type TemplateDetails = Prisma.TemplateGetPayload<{ include: typeof WITH_QUESTIONS }>;

export type TemplateFields = Omit<
  Prisma.TemplateUncheckedCreateInput,
  "id" | "organizationId" | "createdAt" | "archivedAt" | "questions" | "interviews"
>;

/** A question as a template is given it; its place is its place in the list. */
export type QuestionFields = Omit<
  Prisma.TemplateQuestionUncheckedCreateInput,
  "id" | "templateId" | "position" | "questions"
>;

export function find(db: Db, organizationId: string, id: string): Promise<TemplateDetails | null> {
  return db.template.findFirst({ where: { id, organizationId }, include: WITH_QUESTIONS });
}

/** @returns the new template's id */
export async function insert(
  db: Db,
  organizationId: string,
  fields: TemplateFields,
  questions: QuestionFields[],
): Promise<string> {
  const create = questions.map((question, index) => ({ ...question, position: index + 1 }));
  const { id } = await db.template.create({
    data: { ...fields, organizationId, questions: { create } },
    select: { id: true },
  });
  return id;
}

export async function update(
  db: Db,
  organizationId: string,
  id: string,
  fields: Partial<TemplateFields>,
): Promise<void> {
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

/**
 * Gives the template other questions. One whose text stays is the same question and keeps its id. Those that go are
 * set aside under positions below 0: a candidate in the middle of the interview may still be asked them.
 */
export async function replaceQuestions(db: Db, template: TemplateDetails, questions: QuestionFields[]): Promise<void> {
  const templateId = template.id;
  await db.$executeRaw`
    UPDATE template_questions SET position =
      (SELECT LEAST(min(position), 0) FROM template_questions WHERE template_id = ${templateId}::uuid) - position
    WHERE template_id = ${templateId}::uuid AND position > 0`;
  const before = [...template.questions];
  for (const [index, question] of questions.entries()) {
    const position = index + 1;
    const at = before.findIndex(({ text }) => text === question.text);
    const [same] = at === -1 ? [] : before.splice(at, 1);
    if (same) await db.templateQuestion.update({ where: { id: same.id }, data: { ...question, position } });
    else await db.templateQuestion.create({ data: { ...question, position, templateId } });
  }
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

export type TemplateSummaryRow = {
  id: string;
  externalId: string | null;
  name: string;
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

/** One stretch of the organisation's templates, newest first, from below a position. */
export function list(
  db: Db,
  organizationId: string,
  filter: TemplateFilter,
  { after, limit }: { after: ListPosition | null; limit: number },
): Promise<TemplateSummaryRow[]> {
  const { externalId, name, archived, createdAfter, createdBefore } = filter;
  const conditions = [
    Prisma.sql`organization_id = ${organizationId}::uuid`,
    archived ? Prisma.sql`archived_at IS NOT NULL` : Prisma.sql`archived_at IS NULL`,
    ...(externalId === undefined ? [] : [Prisma.sql`external_id = ${externalId}`]),
    ...(name === undefined ? [] : [Prisma.sql`normalize(name, NFC) = ${name.normalize("NFC")}`]),
    ...(createdAfter ? [Prisma.sql`created_at > ${createdAfter}`] : []),
    ...(createdBefore ? [Prisma.sql`created_at < ${createdBefore}`] : []),
    ...(after ? [Prisma.sql`(created_at, id) < (${after.createdAt}, ${after.id}::uuid)`] : []),
  ];
  return db.$queryRaw<TemplateSummaryRow[]>`
    SELECT id, external_id AS "externalId", name, role_title AS "roleTitle", created_at AS "createdAt",
      archived_at AS "archivedAt",
      (SELECT count(*)::int FROM template_questions WHERE template_id = templates.id AND position > 0) AS "questionCount"
    FROM templates WHERE ${Prisma.join(conditions, " AND ")}
    ORDER BY created_at DESC, id DESC LIMIT ${limit}`;
}
