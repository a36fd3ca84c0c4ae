import type { TemplateSize } from "../domain/session-quota.ts";
import type { Db } from "./client.ts";
import { databaseNow } from "./clock.ts";
import type { Prisma } from "./generated/client.ts";

/** The number of a version that is being edited; each template has one such at most. */
const DRAFT = 0;

/** All that a version says: what it asks, in its order, and how it judges. */
export const CONTENT = {
  omit: { id: true, templateId: true, number: true, createdAt: true, publishedAt: true },
  include: { questions: { orderBy: { position: "asc" }, omit: { versionId: true, position: true } } },
} as const satisfies Prisma.TemplateVersionDefaultArgs;

export type VersionContent = Prisma.TemplateVersionGetPayload<typeof CONTENT>;
/** A question in a version's words; `questionId` is what it stays in other words. */
export type VersionQuestion = VersionContent["questions"][number];

/** What a version may be given; what is left out has the values that the schema begins with. */
export type NewContent = Partial<Omit<VersionContent, "questions">> &
  Pick<VersionContent, "roleTitle"> & {
    /** In the order in which they are asked. Those without an id come into the bank. */
    questions: (Partial<VersionQuestion> & Pick<VersionQuestion, "text" | "type">)[];
  };

/**
 * Holds a template, so that its versions come one after the other. Whoever invites to it does not wait for that.
 * @returns whether the organisation has it
 */
export async function hold(tx: Db, organizationId: string, id: string): Promise<boolean> {
  const held = await tx.$queryRaw<unknown[]>`
    SELECT 1 FROM templates WHERE id = ${id}::uuid AND organization_id = ${organizationId}::uuid FOR NO KEY UPDATE`;
  return held.length === 1;
}

/** What the version of this number says, with its id; null: there is none yet. */
export async function findNumbered(db: Db, templateId: string, number: number) {
  const found = await db.templateVersion.findUnique({
    where: { templateId_number: { templateId, number } },
    ...CONTENT,
    omit: { ...CONTENT.omit, id: false },
  });
  if (!found) return null;
  const { id, ...content } = found;
  return { id, content: content satisfies VersionContent };
}

/** Whose version it is and which, or null: absent, a draft and not yours look the same. */
export function findPublishedPlace(
  db: Db,
  organizationId: string,
  id: string,
): Promise<{ templateId: string; number: number } | null> {
  return db.templateVersion.findFirst({
    where: { id, publishedAt: { not: null }, template: { organizationId } },
    select: { templateId: true, number: true },
  });
}

/** What the template's draft says, or null when nothing is being edited. */
export function findDraft(db: Db, templateId: string): Promise<VersionContent | null> {
  return db.templateVersion.findFirst({ where: { templateId, number: DRAFT }, ...CONTENT });
}

/** Makes this the template's draft, in place of the one that there may be. */
export async function writeDraft(tx: Db, template: OfTemplate, content: NewContent): Promise<VersionContent> {
  await discardDraft(tx, template.id);
  const id = await insert(tx, template, DRAFT, content);
  return tx.templateVersion.findUniqueOrThrow({ where: { id }, ...CONTENT });
}

/** Nothing is being edited any more. Questions that came with the draft and stand nowhere else leave the bank. */
export async function discardDraft(tx: Db, templateId: string): Promise<void> {
  const draft = await findDraft(tx, templateId);
  if (!draft) return;
  await tx.templateVersion.deleteMany({ where: { templateId, number: DRAFT } });
  const ids = draft.questions.map(({ questionId }) => questionId);
  await tx.bankQuestion.deleteMany({ where: { id: { in: ids }, versions: { none: {} } } });
}

type OfTemplate = { id: string; organizationId: string };

/**
 * Makes this what the template asks and judges by from now on. Interviews that have begun keep theirs. Call it while the template is held.
 * @returns the number of the new version
 */
export async function publish(tx: Db, template: OfTemplate, content: NewContent): Promise<number> {
  const { publishedVersion: before } = await tx.template.findUniqueOrThrow({
    where: { id: template.id },
    select: { publishedVersion: { select: { id: true, number: true } } },
  });
  const number = (before?.number ?? DRAFT) + 1;
  const id = await insert(tx, template, number, content);
  await tx.templateVersion.update({ where: { id }, data: { publishedAt: await databaseNow(tx) } });
  await tx.template.update({ where: { id: template.id }, data: { publishedVersionId: id } });
  await noteRetired(tx, template.organizationId, before ? [before.id, id] : [id]);
  return number;
}

/** JSON that was read may be written. */
type Settings = Omit<Prisma.TemplateVersionUncheckedCreateInput, "templateId" | "number" | "questions">;

async function insert(tx: Db, template: OfTemplate, number: number, { questions, ...content }: NewContent) {
  const settings = content as Settings;
  const { id } = await tx.templateVersion.create({
    data: { ...settings, templateId: template.id, number },
    select: { id: true },
  });
  const known = questions.map(({ questionId = crypto.randomUUID(), ...words }) => ({ ...words, questionId }));
  await tx.bankQuestion.createMany({
    data: known.map(({ questionId }) => ({ id: questionId, organizationId: template.organizationId })),
    skipDuplicates: true,
  });
  await tx.versionQuestion.createMany({
    data: known.map((question, index) => ({ ...question, versionId: id, position: index + 1 })),
  });
  return id;
}

/** Keeps, of the questions of these versions, since when no published version of the organisation asks them any more. */
async function noteRetired(tx: Db, organizationId: string, versionIds: string[]): Promise<void> {
  await tx.$executeRaw`
    UPDATE bank_questions b SET retired_at = CASE WHEN now_is.asked THEN NULL ELSE clock_timestamp() END
    FROM (
      SELECT q.question_id AS id, bool_or(EXISTS (
        SELECT 1 FROM templates t
        JOIN version_questions p ON p.version_id = t.published_version_id AND p.question_id = q.question_id
        WHERE t.organization_id = ${organizationId}::uuid
      )) AS asked
      FROM version_questions q WHERE q.version_id = ANY(${versionIds}::uuid[])
      GROUP BY q.question_id
    ) now_is
    WHERE now_is.id = b.id AND now_is.asked = (b.retired_at IS NOT NULL)`;
}

/** Which of these are questions of the organisation's bank. */
export async function findInBank(db: Db, organizationId: string, ids: string[]): Promise<Set<string>> {
  const found = await db.bankQuestion.findMany({ where: { organizationId, id: { in: ids } }, select: { id: true } });
  return new Set(found.map(({ id }) => id));
}

/** What a version makes of a sitting: its questions, the seconds that they allow with all retakes, and the bytes of their texts. */
export async function sizeOf(db: Db, id: string): Promise<TemplateSize> {
  const [size] = await db.$queryRaw<TemplateSize[]>`
    SELECT count(*)::int AS questions,
      coalesce(sum((coalesce(prep_seconds, 0) + coalesce(answer_seconds, 0)) * (1 + retakes)), 0)::float8 AS seconds,
      coalesce(sum(octet_length(text) + octet_length(ideal_answer) + octet_length(rubric_notes) + octet_length(keywords::text)
        + octet_length(also_right::text)), 0)::float8 AS "textBytes"
    FROM version_questions WHERE version_id = ${id}::uuid`;
  return size ?? { questions: 0, seconds: 0, textBytes: 0 };
}
