import type { Sentence } from "../../text/sentences.ts";
import type { Point } from "../expectations.ts";
import { saturate } from "./saturate.ts";

/** Good answers in their own words share about half of the stems of an ideal one. */
const BEND = 2.5;

/**
 * How much of the ideal answer the sentences hold, 0..1: half for its words anywhere in the answer, half for its points, each
 * as far as one sentence makes it, because words that stand together say more. Null when there is no ideal answer.
 */
export function idealCoverage(sentences: readonly Sentence[], points: readonly Point[]): number | null {
  if (points.length === 0) return null;
  const spoken = sentences.map((sentence) => new Set(sentence.words.map((word) => word.stem)));
  const anywhere = new Set(spoken.flatMap((stems) => [...stems]));
  const words = shareOf(new Map(points.flatMap((point) => [...point])), anywhere);
  const made = points.map((point) => Math.max(0, ...spoken.map((stems) => shareOf(point, stems))));
  const together = made.reduce((sum, share) => sum + share, 0) / points.length;
  return saturate((words + together) / 2, BEND);
}

function shareOf(point: Point, spoken: ReadonlySet<string>): number {
  let held = 0;
  let all = 0;
  for (const [stem, weight] of point) {
    all += weight;
    if (spoken.has(stem)) held += weight;
  }
  return held / all;
}
