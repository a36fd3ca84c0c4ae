import { type Judged, type Measure, percent } from "./measure.ts";

const HONEST = [
  ...["excellent", "ok", "weak", "short_excellent", "long_weak", "confident_wrong"],
  ...["name", "dialect", "honest"],
];
/** Flags that say an answer is not what it seems. */
const SUSPICIONS = [
  ...["instructions_in_answer", "gibberish", "question_echo", "keyword_stuffing", "repetition", "off_topic"],
  ...["not_english", "partly_not_english"],
];

function suspicions({ interview }: Judged): string[] {
  const flags = [...interview.flags, ...interview.questions.flatMap((question) => question.flags)];
  return flags.map(({ code }) => code).filter((code) => SUSPICIONS.includes(code));
}

export const isSuspected = (judged: Judged) => suspicions(judged).length > 0;

export function falseFlags(judged: readonly Judged[]): Measure {
  const honest = judged.filter(({ kind }) => HONEST.includes(kind));
  const wrong = honest.filter(isSuspected);
  const share = wrong.length / honest.length;
  return {
    name: "false flags on honest answers",
    demanded: "≤ 2 %",
    value: `${percent(share)} (${wrong.length} of ${honest.length})`,
    holds: share <= 0.02,
    failing: wrong.map((each) => `${each.id}: ${suspicions(each).join(", ")}`),
  };
}

export function quotesNotSaid(judged: readonly Judged[]): Measure {
  const shown = judged.flatMap((each) =>
    each.interview.questions.flatMap(({ evidence }) => evidence.map(({ quote }) => ({ each, quote }))),
  );
  const invented = shown.filter(({ each, quote }) => quote.trim() === "" || !each.text.includes(quote));
  return {
    name: "quotes shown that are not in the transcript",
    demanded: "0",
    value: `${invented.length} of ${shown.length}`,
    holds: invented.length === 0,
    failing: invented.map(({ each, quote }) => `${each.id}: “${quote}”`),
  };
}

export function blankIsInsufficient(judged: readonly Judged[]): Measure {
  const blank = judged.filter(({ kind }) => kind === "empty");
  const wrong = blank.filter(
    ({ score, interview }) => score !== null || interview.questions[0]?.status !== "insufficient",
  );
  return {
    name: "blank → insufficient, never a number",
    demanded: "100 %",
    value: `${percent(1 - wrong.length / blank.length)} (${blank.length - wrong.length} of ${blank.length})`,
    holds: wrong.length === 0,
    failing: wrong.map(({ id }) => id),
  };
}
