import { randomUUID } from "node:crypto";
import { db } from "../../lib/db/client.ts";
import * as newTemplates from "../../lib/db/new-templates.ts";
import { SAMPLE_TEMPLATE } from "../../prisma/sample-template.ts";
import type { AssessedInterview, GivenAnalysis, GivenQuestion } from "./assessed-interview.ts";
import { MODEL_ANALYSIS, RUBRIC_ANALYSIS } from "./given-analyses.ts";
import { recordedInterview } from "./recorded-interview.ts";
import type { Tenant } from "./tenant.ts";

/* What people write themselves, without a Latin letter: whatever Latin is left on a page in the strange language, the page has said. */

export const CANDIDATE = "Άντα Λάβλεϊς";
export const RECRUITER = "Ρίτα Ρενιέρη";
export const REASON = "Μετράει πριν αλλάξει κάτι.";
const ROLE = "Μηχανικός λογισμικού";
const ADDRESS = "άντα@παράδειγμα.ελ";
const SAID = [
  "Θα μετρούσα πριν αλλάξω κάτι. Το πλάνο έδειξε σειριακή σάρωση. Προσθέσαμε ένα ευρετήριο.",
  "Γράψαμε και τα δύο σχέδια σε μία σελίδα και διαλέξαμε το μικρότερο.",
];
const ASKED = ["Γιατί έγινε αργό;", "Πότε διαφωνήσατε με συνάδελφο;", "Τι σημαίνει ευθύνη;"];

/** A finished interview with a recording that plays and two analyses, of people who write Greek, for a recruiter of theirs. */
export async function strangeInterview(baseUrl: string, tenant: Tenant): Promise<AssessedInterview> {
  const { organizationId } = tenant.actor;
  const made = await recordedInterview(baseUrl, tenant.actor, [inGreek(RUBRIC_ANALYSIS), inGreek(MODEL_ANALYSIS)]);
  await db().organization.update({ where: { id: organizationId }, data: { name: `Εταιρεία ${Date.now()}` } });
  await db().user.updateMany({ where: { organizationId }, data: { name: RECRUITER } });
  await db().candidate.update({ where: { id: made.candidateId }, data: { name: CANDIDATE, email: ADDRESS } });
  await retitle(made.id, organizationId);
  await sayInGreek(made);
  await addSurroundings(made);
  return made;
}

/** Moves the interview to a template of its own, since a published one says for ever what it said. */
async function retitle(interviewId: string, organizationId: string): Promise<void> {
  const titled = { ...SAMPLE_TEMPLATE, name: `${ROLE} ${Date.now()}`, roleTitle: ROLE, coachingNotes: true };
  const { id: templateId } = await newTemplates.insert(db(), { ...titled, organizationId });
  await db().interview.update({ where: { id: interviewId }, data: { templateId, templateVersionId: null } });
}

/** The same scores of the same answers, with their quotes in the words that were said. */
function inGreek(analysis: GivenAnalysis): GivenAnalysis {
  const ours = (flags: object[] = []) => flags.map((flag) => ({ ...flag, message: undefined })); // said by their codes
  const quoted = (question: GivenQuestion, index: number): GivenQuestion => ({
    ...question,
    flags: ours(question.flags),
    evidence: (question.evidence ?? []).map((one, at) => ({
      ...one,
      quote: SAID[index]?.split(/(?<=\.) /)[at] ?? "",
    })),
  });
  const named = analysis.model ? { model: "μοντέλο", host: "μοντέλα.ελ" } : {};
  return { ...analysis, ...named, flags: ours(analysis.flags), questions: analysis.questions?.map(quoted) ?? [] };
}

async function sayInGreek({ sessionId, questionIds }: AssessedInterview): Promise<void> {
  for (const [index, id] of questionIds.entries()) {
    await db().question.update({ where: { id }, data: { text: ASKED[index] ?? "" } });
    const text = SAID[index];
    if (text) await db().answer.updateMany({ where: { questionId: id }, data: { text, confidence: 0.93 } });
  }
  const [first = "", second = ""] = questionIds;
  await db().answer.updateMany({ where: { questionId: first }, data: { recognizedText: "Θα μετρούσα." } });
  const answer = await db().answer.findFirstOrThrow({ where: { questionId: second } });
  await db().transcript.create({
    data: { answerId: answer.id, text: SAID[1] ?? "", host: "λόγια.ελ", model: "λόγια" },
  });
  await db().answer.create({
    data: { sessionId, questionId: second, position: 9, text: SAID[1] ?? "", durationSeconds: 2, answeredBy: "both" },
  });
}

/** How the sitting went, and what was agreed to. */
async function addSurroundings({ id: interviewId, sessionId }: AssessedInterview): Promise<void> {
  const browserInfo =
    "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36";
  await db().session.update({ where: { id: sessionId }, data: { browserInfo, networkQuality: "good" } });
  await db().sessionEvent.createMany({
    data: [
      { sessionId, kind: "technical_issue", code: "device_lost", segmentIndex: 0, segmentOffsetMs: 1_000 },
      { sessionId, kind: "log", code: "session_resumed" },
    ],
  });
  const text = { hash: randomUUID(), language: "el", version: "2", text: "Συμφωνώ." };
  await db().consentText.create({ data: text });
  await db().consent.create({ data: { interviewId, hash: text.hash, version: text.version } });
  const data = { consentVersion: text.version, consentedAt: new Date() };
  await db().interview.update({ where: { id: interviewId }, data });
}
