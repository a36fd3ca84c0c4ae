import { setImmediate } from "node:timers/promises";
import { memoryCalls } from "../../ai/call-log.ts";
import { chooseText } from "../pipeline/choose-text.ts";
import type { InterviewInput, InterviewQuestion } from "../pipeline/interview-input.ts";
import { type InterviewScore, scoreInterview } from "../pipeline/score-interview.ts";
import type { Scorer } from "../scorer.ts";

/** An interview of which every answer is a written text, so that a version of it differs in that text alone. */
export function written({ questions, ...input }: InterviewInput): InterviewInput {
  return { ...input, questions: questions.map((question) => withText(question, textOf(question))) };
}

/** Seven minutes of talk. Longer answers are rare, and scoring one would hold the process up. */
const MAX_CHARACTERS = 6_000;

/** What is scored of an answer, spoken or written; empty: nothing. */
function textOf({ answer }: InterviewQuestion): string {
  const text = answer && !answer.skipped ? (chooseText(answer)?.text ?? "") : "";
  return text.length > MAX_CHARACTERS ? "" : text;
}

export function withText(question: InterviewQuestion, text: string): InterviewQuestion {
  const { id } = question.answer ?? question;
  const plain = { skipped: text.trim() === "", confidence: null, audioQuality: null, transcript: null };
  return { ...question, answer: { id, text, ...plain } };
}

/** More behind an answer, in sentences of its own: what is spoken often ends without a mark. */
export function followedBy(text: string, more: string): string {
  const ended = text.trim();
  return `${ended}${ended === "" || /[.!?…]$/.test(ended) ? "" : "."} ${more}`.trim();
}

/**
 * Scores trials as interviews are scored. One answer at a time, and whatever else this process has to do goes before the next: a
 * long audit holds nobody up for longer than one answer takes. Words for people are not written.
 */
export function trialsOf(scorer: Scorer) {
  const patient: Scorer = {
    identity: scorer.identity,
    narrate: async () => "",
    scoreQuestion: async (...given) => {
      await setImmediate();
      return scorer.scoreQuestion(...given);
    },
  };
  const interview = (input: InterviewInput): Promise<InterviewScore> =>
    scoreInterview(input, patient, memoryCalls(), 1);
  return {
    interview,
    /** Points of one answer by itself; what cannot be judged counts as 0. */
    async points(
      question: InterviewQuestion,
      { candidate, rules }: Omit<InterviewInput, "questions">,
    ): Promise<number> {
      const scored = await interview({ candidate, rules, questions: [question] });
      return scored.questions[0]?.score ?? 0;
    },
  };
}
export type Trials = ReturnType<typeof trialsOf>;
