import { randomUUID } from "node:crypto";
import type { Planned } from "../candidates/known-candidates.ts";
import { AppError } from "../errors.ts";
import type { Known } from "./load-known.ts";
import type { WantedInterview } from "./wanted-interview.ts";

/** An interview to be: everything is decided, nothing is written. */
export type PlannedInterview = {
  id: string;
  token: string;
  candidate: Planned;
  candidateCreated: boolean;
  templateId: string;
  externalId: string | null;
  expiresAt: Date;
};

/**
 * Finds what a row refers to, and remembers what it takes, so that a later row of the same request is judged as if this one had been
 * written.
 * @throws AppError `template_not_found`, `candidate_not_found`, `candidate_conflict`, `external_id_taken`
 */
export function planInterview(wanted: WantedInterview, known: Known): PlannedInterview {
  const { externalId, expiresAt } = wanted;
  const templateId = findTemplate(wanted.template, known);
  if (externalId !== null && known.taken.has(externalId)) {
    throw new AppError("external_id_taken", "There is an interview with this external_id already.");
  }
  const candidate = findCandidate(wanted.candidate, known);
  const candidateCreated = candidate.row === null && !candidate.spokenFor;
  candidate.spokenFor = true;
  if (externalId !== null) known.taken.add(externalId);
  return { id: randomUUID(), token: randomUUID(), candidate, candidateCreated, templateId, externalId, expiresAt };
}

function findTemplate(wanted: WantedInterview["template"], { templates }: Known): string {
  const found = templates.find((template) => {
    if ("id" in wanted) return template.id === wanted.id.toLowerCase();
    if ("name" in wanted) return template.name.normalize("NFC") === wanted.name.normalize("NFC");
    return template.externalId === wanted.externalId;
  });
  if (!found) throw new AppError("template_not_found", "There is no such interview template, or it is archived.");
  return found.id;
}

function findCandidate(wanted: WantedInterview["candidate"], { candidates }: Known): Planned {
  if ("email" in wanted) return candidates.meet(wanted);
  const found = "id" in wanted ? candidates.findById(wanted.id) : candidates.findByExternalId(wanted.externalId);
  if (!found) throw new AppError("candidate_not_found", "There is no such candidate.");
  return found;
}
