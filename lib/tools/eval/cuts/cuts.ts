import type { CutMethod } from "../../../domain/cuts.ts";
import { scorerKey } from "../../../domain/cuts.ts";
import type { CutFound } from "../../../psychometrics/standard-setting.ts";
import { CliError } from "../../../runtime/cli-error.ts";
import type { Outcome } from "../../../runtime/outcome.ts";
import { type SCORERS, scorerNamed } from "../scorer.ts";
import { type CriterionCuts, findCuts, toSetting } from "./find-cuts.ts";
import { tellCuts } from "./tell-cuts.ts";

export type CutsOptions = {
  /** The file of ratings. */
  cuts: string;
  method: CutMethod;
  scorer: (typeof SCORERS)[number];
  templateVersion?: string | undefined;
  store?: boolean | undefined;
  organization?: string | undefined;
};

/**
 * Finds where the scores of a scorer are to be cut by people's ratings, and keeps that for a version of a template where it is asked to.
 * @throws CliError for a file that cannot be used, and when it is to be kept and nothing was found that may be
 */
export async function evaluateCuts(options: CutsOptions): Promise<Outcome> {
  const { cuts: path, method, store, templateVersion } = options;
  if ((store === true) !== (templateVersion !== undefined)) {
    throw new CliError("--store and --template-version go together");
  }
  const scorer = scorerKey(scorerNamed(options.scorer).scorer.identity);
  const found = await findCuts(path, method, scorer);
  const told = [`Scores of ${scorer}`, ...found.map(tellCuts)];
  const kept =
    templateVersion === undefined ? [] : await keep(found, scorer, templateVersion, options.organization, told);
  const unused = method === "angoff" ? [] : remark(found);
  const text = [...told, ...unused, ...(kept.length > 0 ? [`Kept: ${kept.join(", ")}`] : [])].join("\n");
  return { json: { scorer, cuts: found.map(onWire), kept }, text };
}

async function keep(
  found: readonly CriterionCuts[],
  scorer: string,
  versionId: string,
  organization: string | undefined,
  told: readonly string[],
): Promise<string[]> {
  const settings = found.flatMap((each) => toSetting(each) ?? []);
  if (settings.length === 0) throw new CliError([...told, "Nothing was kept: no criterion has both cuts."].join("\n"));
  const [{ withDatabase }, { commandActor }, { setCuts }] = await Promise.all([
    import("../../../runtime/database.ts"),
    import("../../../runtime/command-actor.ts"),
    import("../../../templates/set-cuts.ts"),
  ]);
  await withDatabase(async () => setCuts(versionId, { scorer, settings }, await commandActor(organization)));
  return settings.map(({ criterion }) => criterion);
}

/** What the file holds for the other method. */
function remark(found: readonly CriterionCuts[]): string[] {
  const judged = found.filter(({ judged }) => judged).map(({ criterion }) => criterion);
  return judged.length > 0 ? [`Judges' numbers are used by --method angoff alone: ${judged.join(", ")}`] : [];
}

function onWire({ criterion, setting, withoutScore, unusable }: CriterionCuts) {
  const { method, n, pass, fail } = setting;
  return { criterion, method, n, without_score: withoutScore, pass: cutOnWire(pass), fail: cutOnWire(fail), unusable };
}

function cutOnWire(found: CutFound) {
  if (found.kind !== "cut") return found;
  const { kind, cut, below, above, falseAbove, falseBelow, low, high, standardError } = found;
  const errors = { false_above: falseAbove, false_below: falseBelow, standard_error: standardError };
  return { kind, cut, below, above, ...errors, low, high };
}
