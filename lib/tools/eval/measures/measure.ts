import type { InterviewScore } from "../../../analysis/pipeline/score-interview.ts";
import type { OwnAnswer } from "../own-set.ts";

/** An answer of the own set with what became of it. */
export type Judged = OwnAnswer & { score: number | null; interview: InterviewScore };

/**
 * One line of the table. `value` as it is printed; `holds`: null where nothing is demanded. `failing`: what stands against it,
 * by the ids of the answers.
 */
export type Measure = { name: string; demanded: string; value: string; holds: boolean | null; failing: string[] };

/** A version of an answer beside the answer it is a version of. */
export type Versions = { version: Judged; base: Judged };

export function withBases(judged: readonly Judged[], kind: string): Versions[] {
  const byId = new Map(judged.map((each) => [each.id, each]));
  return judged.flatMap((version) => {
    const base = version.kind === kind && version.base ? byId.get(version.base) : undefined;
    return base ? [{ version, base }] : [];
  });
}

/** Points by which a version stands above its base. None counts as 0 points, and as less than 0 points. */
export function gain({ version, base }: Versions): number {
  const nothing = Number(version.score !== null) - Number(base.score !== null);
  return (version.score ?? 0) - (base.score ?? 0) + nothing * Number.EPSILON;
}

export const tell = (judged: Judged) => `${judged.id} ${judged.score === null ? "none" : points(judged.score)}`;
export const tellVersions = ({ version, base }: Versions) => `${tell(version)} against ${tell(base)}`;
export const points = (value: number) => value.toFixed(1);
export const signed = (value: number) => `${value >= 0.05 ? "+" : ""}${points(value)}`;
export const percent = (share: number) => `${(share * 100).toFixed(1)} %`;
