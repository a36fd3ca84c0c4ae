import { type CriterionScores, perCriterion } from "../../domain/criteria.ts";
import { flag, remarkOf } from "../flags.ts";
import type { QuestionScore, ScoredQuestion } from "../scorer.ts";
import { kindOf, statedContent } from "./content.ts";
import { pickEvidence } from "./evidence.ts";
import { type Expectations, readExpectations } from "./expectations.ts";
import { writeFeedback, writeGatedFeedback } from "./feedback.ts";
import { type Findings, gatherFindings } from "./findings.ts";
import { checkGates, NO_CAP } from "./gates.ts";
import { categoryLevels } from "./levels.ts";
import { readAnswer } from "./read-answer.ts";
import type { WordFamily } from "./word-families.ts";

/** The same text always gets the same levels. */
const NO_SPREAD = perCriterion(() => 0);

/** Scores one answer on its own. Nothing of the other questions, of the candidate or of the clock reaches it. */
export function scoreQuestion(question: ScoredQuestion, values: readonly WordFamily[]): QuestionScore {
  const expected = readExpectations(question, values);
  const { gates, findings, levels } = read(question, question.answer.text, expected);
  const flags = gates.flags.map(flag);
  const reasons = flags.map(remarkOf);
  const scored = { levels, spread: NO_SPREAD, samples: [levels] };
  if (gates.cap < NO_CAP) return { ...scored, ...writeGatedFeedback(reasons), evidence: [], flags };

  const { feedback, ...remarks } = writeFeedback(question.type, findings);
  return {
    ...scored,
    ...remarks,
    feedback: [...reasons, feedback].join(" "),
    evidence: pickEvidence(question.type, findings, expected),
    flags: restsOnForm(question.type, findings) ? [...flags, flag("nothing_expected")] : flags,
  };
}

/** The levels that other texts would get as the answer, in their order: what the question expects is read once for all of them. */
export function levelsOf(
  question: ScoredQuestion,
  values: readonly WordFamily[],
  texts: readonly string[],
): CriterionScores[] {
  const expected = readExpectations(question, values);
  return texts.map((text) => read(question, text, expected).levels);
}

function read(question: ScoredQuestion, text: string, expected: Expectations) {
  const answer = readAnswer(text, question.text, expected);
  const gates = checkGates(question.type, answer, expected);
  const findings = gatherFindings(answer, expected);
  return { gates, findings, levels: categoryLevels(question.type, findings, gates.cap) };
}

/** Where nobody wrote down what is right, form is all there is to go by. */
function restsOnForm(type: string, findings: Findings): boolean {
  return statedContent(kindOf(type, findings), findings) === null;
}
