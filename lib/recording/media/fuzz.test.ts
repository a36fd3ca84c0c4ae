import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { FUZZED, fuzzOne } from "../../testing/media/fuzz.ts";

/** `FUZZ_SEED=1234 npx vitest run lib/recording/media/fuzz` does again what was done with seed 1234; the bench does many. */
const FIRST = Number(process.env.FUZZ_SEED ?? 20_261_129);
const COUNT = process.env.FUZZ_SEED ? 1 : 3 * FUZZED.length;

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "fuzz-"));
});
afterAll(() => rm(folder, { recursive: true }));

it.each(Array.from({ length: COUNT }, (_, index) => FIRST + index))(
  "a recording damaged by seed %d ends as joined or as a named failure, within its limit",
  async (seed) => {
    const { named, ms, limitMs } = await fuzzOne(seed, folder);
    expect(named).toMatch(/^(joined( [a-z_]+)*|nothing_readable|not_verified|limit_reached|reader_ended)$/);
    expect(ms).toBeLessThan(limitMs);
  },
  120_000,
);
