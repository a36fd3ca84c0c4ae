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
  /** The name it was sent with, where the candidate is known by another. */
  sentName: string | null;
  nameKept: boolean;
  templateId: string;
  externalId: string | null;
  expiresAt: Date;
};

/**
 * Finds what a row refers to, and remembers what it takes, so that a later row of the same request is judged as if this one had been
 * written.
 * @throws AppError `template_not_found`, `candidate_not_found`, `candidate_conflict`, `external_id_taken`, `already_invited`,
 * `name_differs` where it is to be asked about
 */
export function planInterview(wanted: WantedInterview, known: Known): PlannedInterview {
  const { externalId, expiresAt } = wanted;
  const templateId = findTemplate(wanted.template, known);
  if (externalId !== null && known.taken.has(externalId)) {
    throw new AppError("external_id_taken:interview");
  }
  if (!wanted.allowAnother) assertNotInvited(wanted.candidate, templateId, known);
  const candidate = findCandidate(wanted, known);
  const candidateCreated = candidate.row === null && !candidate.spokenFor;
  candidate.spokenFor = true;
  if (externalId !== null) known.taken.add(externalId);
  const id = randomUUID();
  known.open.add(candidate, templateId, id);
  const sentName = sentNameOf(wanted.candidate, candidate);
  const names = { sentName, nameKept: sentName !== null };
  return { id, token: randomUUID(), candidate, candidateCreated, ...names, templateId, externalId, expiresAt };
}

function sentNameOf(wanted: WantedInterview["candidate"], { name }: Planned): string | null {
  return "name" in wanted && wanted.name !== name ? wanted.name : null;
}

function assertNotInvited(wanted: WantedInterview["candidate"], templateId: string, known: Known): void {
  const somebody = lookUp(wanted, known);
  const interviewId = somebody && known.open.find(somebody, templateId);
  if (!interviewId) return;
  throw new AppError("already_invited", { params: { name: somebody.name }, interviewId });
}

function findTemplate(wanted: WantedInterview["template"], { templates }: Known): string {
  const found = templates.find((template) => {
    if ("id" in wanted) return template.id === wanted.id.toLowerCase();
    if ("name" in wanted) return template.name.normalize("NFC") === wanted.name.normalize("NFC");
    return template.externalId === wanted.externalId;
  });
  if (!found) throw new AppError("template_not_found:archived");
  return found.id;
}

/** Who is meant, where they are known: nobody becomes known by being looked up. */
function lookUp(wanted: WantedInterview["candidate"], { candidates }: Known): Planned | null {
  if ("email" in wanted) return candidates.find(wanted);
  return "id" in wanted ? candidates.findById(wanted.id) : candidates.findByExternalId(wanted.externalId);
}

function findCandidate({ candidate: wanted, otherName }: WantedInterview, known: Known): Planned {
  const found = lookUp(wanted, known);
  if (!("email" in wanted)) {
    if (!found) throw new AppError("candidate_not_found");
    return found;
  }
  if (found && found.name !== wanted.name && otherName === "ask") {
    throw new AppError("name_differs", { params: { email: found.email, name: found.name } });
  }
  const met = known.candidates.meet(wanted);
  if (otherName === "rename") known.candidates.rename(met, wanted.name);
  return met;
}
