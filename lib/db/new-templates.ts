import type { Db } from "./client.ts";
import { CONTENT, type NewContent, publish } from "./template-versions.ts";
import type { TemplateFields, TemplateRow } from "./templates.ts";

/** A template with what its first version says. */
export type NewTemplate = NewContent & Omit<TemplateFields, "name"> & { organizationId: string; name: string };

/** Adds a template and publishes its first version. */
export async function insert(tx: Db, template: NewTemplate): Promise<TemplateRow> {
  const { organizationId, name, externalId = null, coachingNotes = false, ...content } = template;
  const { id } = await tx.template.create({
    data: { organizationId, name, externalId, coachingNotes },
    select: { id: true },
  });
  await publish(tx, { id, organizationId }, content);
  return { id, name };
}

/** Copies what somebody can be invited to in one organisation to another. The copies' questions are questions of their own. */
export async function copyAll(tx: Db, fromOrganizationId: string, organizationId: string): Promise<void> {
  const originals = await tx.template.findMany({
    where: { organizationId: fromOrganizationId, archivedAt: null, publishedVersionId: { not: null } },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
    select: { name: true, externalId: true, coachingNotes: true, publishedVersion: CONTENT },
  });
  for (const { publishedVersion, ...template } of originals) {
    if (!publishedVersion) continue;
    const questions = publishedVersion.questions.map(({ questionId: _, ...words }) => words);
    await insert(tx, { ...template, ...publishedVersion, questions, organizationId });
  }
}
