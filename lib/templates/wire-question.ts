import type { QuestionBody, TemplateQuestion } from "../contract/v1/templates.ts";
import type { VersionQuestion } from "../db/template-versions.ts";

/*
 * A question of a template on the wire and as it is stored, both ways: a new field of questions is named here, in the contract and in
 * the schema, and nowhere else.
 */

/** A question's words and how its answer is judged; which question it is goes by itself. */
export type QuestionWords = Omit<VersionQuestion, "questionId">;

export function toWords(body: QuestionBody): QuestionWords {
  return {
    text: body.text,
    type: body.type,
    difficulty: body.difficulty,
    keywords: body.keywords,
    idealAnswer: body.ideal_answer,
    alsoRight: body.also_right,
    rubricNotes: body.rubric_notes,
    prepSeconds: body.prep_seconds,
    answerSeconds: body.answer_seconds,
    retakes: body.retakes,
  };
}

/** @param index its place, from 0 */
export function toWire(row: VersionQuestion, index: number): TemplateQuestion {
  return {
    id: row.questionId,
    position: index + 1,
    text: row.text,
    type: row.type,
    difficulty: row.difficulty,
    keywords: row.keywords,
    ideal_answer: row.idealAnswer,
    also_right: row.alsoRight,
    rubric_notes: row.rubricNotes,
    prep_seconds: row.prepSeconds,
    answer_seconds: row.answerSeconds,
    retakes: row.retakes,
  };
}
