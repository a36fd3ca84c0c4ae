import { CUT_SIDES } from "../../../domain/cuts.ts";
import type { CutFound } from "../../../psychometrics/standard-setting.ts";
import type { CriterionCuts } from "./find-cuts.ts";

const METHODS = { contrasting_groups: "contrasting groups", angoff: "Angoff" };

/** A setting in words: both cuts, or why there is none, and what it rests on. */
export function tellCuts({ criterion, setting, withoutScore, unusable }: CriterionCuts): string {
  const { method, n } = setting;
  const left = withoutScore > 0 ? `, ${withoutScore} more without a score` : "";
  return [
    `${criterion}: ${METHODS[method]}, ${n} rated interviews${left}`,
    ...CUT_SIDES.map((side) => `  ${side}  ${tellCut(setting[side], n)}`),
    ...(unusable === "crossed" ? ["  The cut to fail lies above the one to pass: together they say nothing."] : []),
  ].join("\n");
}

function tellCut(found: CutFound, n: number): string {
  switch (found.kind) {
    case "too_few": {
      const whom = { all: "rated interviews", below: "that belong below it", above: "that belong above it" }[
        found.side
      ];
      return `too few: ${found.n} ${whom}, and it takes ${found.needed}`;
    }
    case "no_separation":
      return "none: the scores do not tell the groups apart";
    case "too_few_judges":
      return "too few: it takes what two judges expect of a candidate on the border";
    case "cut": {
      const { cut, low, high, standardError, falseAbove, falseBelow } = found;
      const sureness = standardError === null ? "" : `, standard error over judges ${standardError.toFixed(1)}`;
      const wrong = `wrong for ${percent(falseAbove + falseBelow)} of ${n} (${percent(falseAbove)} too high, ${percent(falseBelow)} too low)`;
      return `${cut.toFixed(1)} (95 % interval ${low.toFixed(1)}–${high.toFixed(1)}${sureness}), ${wrong}`;
    }
  }
}

const percent = (share: number) => `${(100 * share).toFixed(1)} %`;
