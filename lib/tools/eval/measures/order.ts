import { type Judged, type Measure, percent, tell } from "./measure.ts";

const BAD = ["off_topic", "empty", "gibberish", "stuffed", "injected", "echoed", "long_weak"];

/** Not enough to judge by stands below every number. */
const height = ({ score }: Judged) => score ?? -1;

/**
 * Told experiences are the limit: a long lived story shares as many words with a described ideal answer as any other long story does. Above .95
 * stood a rubric that also counted how much was said.
 */
const LEAST_TIERS = 0.9;

export function tiersInOrder(judged: readonly Judged[]): Measure {
  const pairs = [
    ["excellent", "ok"],
    ["ok", "weak"],
    ["excellent", "weak"],
  ].flatMap(([better, worse]) => pairsOf(judged, [better ?? ""], [worse ?? ""]));
  return inOrder("tiers in order (excellent > ok > weak)", pairs, LEAST_TIERS);
}

export function excellentAboveBad(judged: readonly Judged[]): Measure {
  return inOrder("excellent above every bad kind", pairsOf(judged, ["excellent"], BAD), 1);
}

export function shortAboveLong(judged: readonly Judged[]): Measure {
  return inOrder("short excellent above long weak", pairsOf(judged, ["short_excellent"], ["long_weak"]), null);
}

type Pair = { better: Judged; worse: Judged };

function pairsOf(judged: readonly Judged[], better: readonly string[], worse: readonly string[]): Pair[] {
  return judged
    .filter(({ kind }) => better.includes(kind))
    .flatMap((one) =>
      judged
        .filter(({ kind, questionId }) => worse.includes(kind) && questionId === one.questionId)
        .map((other) => ({ better: one, worse: other })),
    );
}

function inOrder(name: string, pairs: readonly Pair[], atLeast: number | null): Measure {
  const wrong = pairs.filter(({ better, worse }) => height(better) <= height(worse));
  const share = pairs.length === 0 ? 0 : 1 - wrong.length / pairs.length;
  return {
    name,
    demanded: atLeast === null ? "–" : atLeast === 1 ? "100 %" : `≥ ${atLeast * 100} %`,
    value: `${percent(share)} (${pairs.length - wrong.length} of ${pairs.length})`,
    holds: atLeast === null ? null : share >= atLeast,
    failing: wrong.map(({ better, worse }) => `${tell(better)} ≤ ${tell(worse)}`),
  };
}
