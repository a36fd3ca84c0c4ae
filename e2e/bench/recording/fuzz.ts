import { mkdtemp, rm } from "node:fs/promises";
import { availableParallelism, tmpdir } from "node:os";
import { join } from "node:path";
import { inParallel } from "../../../lib/in-parallel.ts";
import { fuzzOne, type Outcome } from "../../../lib/testing/media/fuzz.ts";
import type { Say } from "../say.ts";

const FILES = 500;
const FIRST_SEED = 1;

/**
 * Damaged recordings of every kind, each joined as the worker does. One that does not end as joined or as a named failure ends the bench
 * with its error: `FUZZ_SEED=… npx vitest run lib/recording/media/fuzz` does it again.
 *
 * @param files how many
 */
export async function benchFuzz(say: Say, files = FILES): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), "talentflow-fuzz-"));
  try {
    const seeds = Array.from({ length: files }, (_, index) => FIRST_SEED + index);
    const outcomes = await inParallel(seeds, availableParallelism(), (seed) => fuzzOne(seed, folder));
    const longest = outcomes.toSorted((a, b) => b.ms - a.ms)[0];
    const late = outcomes.filter(({ ms, limitMs }) => ms > limitMs);
    say(`${files} damaged files, seeds ${FIRST_SEED} to ${files}; beyond their limit: ${late.length}`);
    for (const [named, count] of counted(outcomes)) say(`  ${String(count).padStart(4)} ${named}`);
    if (longest)
      say(`longest: ${(longest.ms / 1000).toFixed(1)} s, seed ${longest.seed} (${longest.kind}: ${longest.named})`);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** How many ended in each way, the most first. */
function counted(outcomes: readonly Outcome[]): [string, number][] {
  const counts = new Map<string, number>();
  for (const { named } of outcomes) counts.set(named, (counts.get(named) ?? 0) + 1);
  return [...counts].sort(([, a], [, b]) => b - a);
}
