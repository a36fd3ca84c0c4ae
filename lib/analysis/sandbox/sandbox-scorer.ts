import { createHash } from "node:crypto";
import { CRITERIA, type CriterionScores, perCriterion } from "../../domain/criteria.ts";
import { flag } from "../flags.ts";
import type { QuestionScore, ScoredQuestion, Scorer } from "../scorer.ts";

/** Moves whenever the same answers could get other numbers. */
const VERSION = "1.0.0";

/** Wide enough that a program meets every recommendation. */
const LOWEST = 30;
const HIGHEST = 95;
const QUOTE_LENGTH = 80;

const WORDS = "Made up for the sandbox: nobody and nothing has judged this answer.";
const UNMOVED = perCriterion(() => 0);

/**
 * Stands in for a scorer where nothing is real: at once, without a model, and the same numbers for the same question and
 * answer. They mean nothing, and say so wherever they are shown.
 */
export const sandboxScorer: Scorer = {
  identity: {
    method: "sandbox",
    host: null,
    model: null,
    rubricVersion: VERSION,
    promptVersion: null,
    scorerVersion: VERSION,
  },
  scoreQuestion: async (question) => madeUp(question),
  narrate: async () => `${WORDS} The numbers only show what an analysis looks like.`,
};

function madeUp(question: ScoredQuestion): QuestionScore {
  const levels = levelsOf(question);
  const quote = question.answer.text.slice(0, QUOTE_LENGTH).trim();
  return {
    levels,
    spread: UNMOVED,
    samples: [levels],
    feedback: WORDS,
    strengths: ["A strength would stand here."],
    improvements: ["What could be better would stand here."],
    evidence: CRITERIA.map((category) => ({ quote, category, note: "Made up for the sandbox." })),
    flags: [flag("sandbox")],
  };
}

function levelsOf(question: ScoredQuestion): CriterionScores {
  return perCriterion((category) => {
    const hash = createHash("sha256")
      .update(JSON.stringify([category, question.text, question.answer.text]))
      .digest();
    return LOWEST + (hash.readUInt32BE() % (HIGHEST - LOWEST + 1));
  });
}
