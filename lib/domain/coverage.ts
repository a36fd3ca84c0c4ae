import { isVouched, type QuestionSource } from "./question-source.ts";

/** A question that the interview's version of the template meant to ask. */
export type PlannedQuestion = { id: string; type: string; difficulty: string };

/** How far an answer can be judged. `empty`: there is nothing to judge; `unread`: there is an answer, and it cannot be judged here. */
export type Standing = "scored" | "empty" | "unread";

/** Where a question that was asked comes from. */
export type QuestionOrigin = {
  source: QuestionSource;
  templateQuestionId: string | null;
  /** The template's question was asked in other words than the template's. */
  otherWords: boolean;
};

export type AskedQuestion = QuestionOrigin & { standing: Standing };

/** Which questions an interview's scores rest on, as it is stored and shown. Counts of questions. */
export type Coverage = {
  /** Measured by the template's questions, or by those that were asked. */
  basis: "template" | "asked";
  /** Questions that the interview is measured by. */
  total: number;
  /** Of these: asked; with an answer; with an answer that has a score. */
  asked: number;
  answered: number;
  scored: number;
  /** Of the template's: asked in other words. */
  otherWords: number;
  /** Beside or instead of these: that nobody of the employer's side vouches for. */
  unvouched: number;
  /** That the employer's own program worded. */
  ofProgram: number;
};

export type Measured = {
  coverage: Coverage;
  /** Nobody vouches for any question that was asked, so no number says anything by itself. */
  isNobodys: boolean;
  /** Which of the asked questions count towards the totals, by their place. */
  counted: number[];
  /** The template's questions that were not asked and count as unanswered. */
  unasked: PlannedQuestion[];
};

/**
 * Measures what was asked by what was to be asked. The template is the measure, but for an employer's program that asks its own questions
 * and none of the template's. Questions that nobody vouches for count only where nothing else was asked: added ones cannot make up for
 * skipped ones. Of a template's question that was asked twice, the last one with an answer counts.
 */
export function measureCoverage(planned: readonly PlannedQuestion[], asked: readonly AskedQuestion[]): Measured {
  const places = asked.map((_, at) => at);
  const ofTemplate = lastOfEach(asked);
  const ofProgram = places.filter((at) => asked[at]?.source === "key");
  const own = places.filter((at) => isOwn(asked[at]));
  const vouched = places.filter((at) => ofTemplate.includes(at) || ofProgram.includes(at));
  const counted = vouched.length > 0 ? vouched : own;
  const byTemplate = ofTemplate.length > 0 || (ofProgram.length === 0 && planned.length > 0);
  const askedIds = ofTemplate.map((at) => asked[at]?.templateQuestionId);
  const missing = byTemplate ? planned.filter(({ id }) => !askedIds.includes(id)) : [];
  const measured = byTemplate ? vouched : counted;
  const having = (...standings: Standing[]) =>
    measured.filter((at) => standings.some((each) => each === asked[at]?.standing)).length;
  return {
    coverage: {
      basis: byTemplate ? "template" : "asked",
      total: measured.length + missing.length,
      asked: measured.length,
      answered: having("scored", "unread"),
      scored: having("scored"),
      otherWords: ofTemplate.filter((at) => asked[at]?.otherWords).length,
      unvouched: own.length,
      ofProgram: ofProgram.length,
    },
    isNobodys: vouched.length === 0 && own.length > 0,
    counted,
    unasked: vouched.length > 0 ? missing : [],
  };
}

/** Whether anything that the interview is measured by is missing, or anything in it is nobody's: then it is not passed by itself. */
export function isWhole({ total, asked, scored, otherWords, unvouched }: Coverage): boolean {
  return asked === total && scored === total && otherWords === 0 && unvouched === 0;
}

function isOwn(question: AskedQuestion | undefined): boolean {
  return question !== undefined && !isVouched(question.source);
}

/** The places of the template's questions: of each the last one with an answer, or else the last. */
function lastOfEach(asked: readonly AskedQuestion[]): number[] {
  const places = new Map<string, number>();
  for (const [at, { source, templateQuestionId, standing }] of asked.entries()) {
    if (source !== "template") continue;
    const key = templateQuestionId ?? `at ${at}`;
    const before = asked[places.get(key) ?? -1];
    if (before === undefined || before.standing === "empty" || standing !== "empty") places.set(key, at);
  }
  return [...places.values()].sort((a, b) => a - b);
}
