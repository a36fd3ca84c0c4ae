import type { NewCutSetting } from "../db/cut-settings.ts";
import type { CutFigures } from "../domain/cuts.ts";

const FIGURES: CutFigures = {
  ...{ below: 20, above: 20, falseAbove: 0.05, falseBelow: 0.1 },
  ...{ low: 38, high: 46, standardError: null },
};

/** A setting of the overall score, as ratings might have made it. */
export function cutSetting(over: Partial<NewCutSetting> = {}): NewCutSetting {
  const made = { method: "contrasting_groups", n: 40, passFigures: FIGURES, failFigures: FIGURES } as const;
  return { criterion: "overall", pass: 40, fail: 20, ...made, ...over };
}
