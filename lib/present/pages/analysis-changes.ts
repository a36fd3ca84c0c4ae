import type { TwoVersions } from "../../analysis/compare-versions.ts";
import type { AnalysisChanges } from "../../contract/rescore.ts";
import { byCriterion, CRITERIA } from "../../domain/criteria.ts";
import type { Locale } from "../../words/locale.ts";
import { methodWords } from "../../words/method-words.ts";
import { presentFlags } from "../flags.ts";

type Row = TwoVersions["from"];
type QuestionRow = Row["questions"][number];

/** Two analyses side by side: the two ends of everything that a person may look at. */
export function presentChanges({ from, to }: TwoVersions, locale: Locale): AnalysisChanges {
  const ends = <T>(read: (row: Row) => T) => ({ from: read(from), to: read(to) });
  return {
    from: from.version,
    to: to.version,
    method_label: ends((row) => row.method && methodWords(row.method, locale)),
    model: ends((row) => row.model),
    rubric_version: ends((row) => row.rubricVersion),
    prompt_version: ends((row) => row.promptVersion),
    overall_score: ends((row) => row.overallScore),
    recommendation: ends((row) => row.finalStatus),
    categories: CRITERIA.map((category) => ({
      category,
      ...ends((row) => byCriterion(row.scores, "score")[category]),
    })),
    ...flagChanges(from.flags, to.flags, locale),
    questions: questionsOf(from, to).map(({ questionId, question }) => {
      const [before, after] = [from, to].map((row) => row.questions.find((each) => each.questionId === questionId));
      return {
        question_id: questionId,
        position: question.position,
        text: question.text,
        score: { from: before?.score ?? null, to: after?.score ?? null },
        ...flagChanges(before?.flags, after?.flags, locale),
      };
    }),
  };
}

/** Every question that one of them scored, in the order they were asked. */
function questionsOf(from: Row, to: Row): QuestionRow[] {
  const questions = new Map([...from.questions, ...to.questions].map((each) => [each.questionId, each]));
  return [...questions.values()].sort((a, b) => a.question.position - b.question.position);
}

function flagChanges(
  before: unknown,
  after: unknown,
  locale: Locale,
): Pick<AnalysisChanges, "flags_added" | "flags_removed"> {
  const [old, now] = [presentFlags(before, locale), presentFlags(after, locale)];
  const without = (flags: typeof old, others: typeof old) =>
    flags.filter(({ code }) => !others.some((other) => other.code === code));
  return { flags_added: without(now, old), flags_removed: without(old, now) };
}
