import { mkdtemp, rm } from "node:fs/promises";
import { join } from "node:path";
import { JoinError } from "../../recording/media/join-error.ts";
import { limitsFor } from "../../recording/media/media-limits.ts";
import { runInChild } from "../../recording/media/run-in-child.ts";
import { mutate, mutationsFrom } from "./mutations.ts";
import { bytesOf, cutIntoParts, fixtureFiles } from "./parts.ts";

/** What browsers record, and what they recorded once. */
export const FUZZED = ["chrome-webm/segment-0", "safari-like-mp4", "chrome-mkv-h264", "ogg-opus"] as const;

/** What became of a damaged recording. `named`: with what is not in the file, or why there is none. */
export type Outcome = { seed: number; kind: string; named: string; ms: number; limitMs: number };

/**
 * Damages a recording and joins it as the worker does, in a process with limits.
 *
 * @param seed says all that is done to it
 * @param folder for its parts
 * @throws whatever else comes than a recording or a JoinError: that would be tried again and again
 */
export async function fuzzOne(seed: number, folder: string): Promise<Outcome> {
  const kind = FUZZED[seed % FUZZED.length] ?? FUZZED[0];
  const whole = await bytesOf(await fixtureFiles(kind));
  const damaged = mutate(whole, mutationsFrom(seed, whole.byteLength));
  const own = await mkdtemp(join(folder, `${seed}-`));
  const parts = await cutIntoParts(damaged, own);
  const size = { bytes: damaged.byteLength, files: parts.length };
  const startedAt = performance.now();
  const named = await runInChild("joinSegments", size, [parts], join(own, "joined")).then(
    ({ warnings }) => ["joined", ...warnings.map(({ code }) => code)].join(" "),
    (error: unknown) => {
      if (error instanceof JoinError) return error.code;
      throw error;
    },
  );
  const ms = performance.now() - startedAt;
  await rm(own, { recursive: true });
  return { seed, kind, named, ms, limitMs: limitsFor(size).wallMs };
}
