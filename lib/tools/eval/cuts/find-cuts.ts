import type { NewCutSetting } from "../../../db/cut-settings.ts";
import { CUT_SIDES, type CutFigures, type CutMethod } from "../../../domain/cuts.ts";
import { type CutFound, type Setting, setCuts } from "../../../psychometrics/standard-setting.ts";
import { readRatings } from "./read-ratings.ts";

export type CriterionCuts = {
  criterion: string;
  setting: Setting;
  /** Rated interviews that are left out. */
  withoutScore: number;
  /** Judges said what they expect, whichever method was asked for. */
  judged: boolean;
  /** Why nothing may be recommended by it; null: both cuts are there, one above the other. */
  unusable: "missing" | "crossed" | null;
};

/**
 * The cuts that a file of ratings sets for each criterion in it.
 * @throws CliError for a file that cannot be used
 */
export async function findCuts(path: string, method: CutMethod, scorer: string): Promise<CriterionCuts[]> {
  const criteria = await readRatings(path, scorer);
  return criteria.map(({ criterion, withoutScore, ...ratings }) => {
    const setting = setCuts(ratings, method);
    const judged = CUT_SIDES.some((side) => ratings.judgements[side].length > 0);
    return { criterion, setting, withoutScore, judged, unusable: unusable(setting) };
  });
}

function unusable({ pass, fail }: Setting): CriterionCuts["unusable"] {
  if (pass.kind !== "cut" || fail.kind !== "cut") return "missing";
  return fail.cut > pass.cut ? "crossed" : null;
}

/** As it is kept; null where nothing may be recommended by it. */
export function toSetting({ criterion, setting, unusable }: CriterionCuts): NewCutSetting | null {
  const { method, n, pass, fail } = setting;
  if (unusable !== null || pass.kind !== "cut" || fail.kind !== "cut") return null;
  const both = { pass: pass.cut, fail: fail.cut, passFigures: figuresOf(pass), failFigures: figuresOf(fail) };
  return { criterion, method, n, ...both };
}

function figuresOf({ kind: _, cut: _cut, ...figures }: Extract<CutFound, { kind: "cut" }>): CutFigures {
  return figures;
}
