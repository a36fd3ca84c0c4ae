import { stat } from "node:fs/promises";
import type { ChildLimits } from "../../children/child-limits.ts";
import type { SpeechModel } from "../speech-model.ts";

/**
 * What one file of an answer may take. Measured, of Whisper tiny.en and base (103 and 160 MB of files): 0.11 and 0.19 s of work for a second
 * of sound on one core, 430 and 640 MB; both grow with the model. A slow machine is given ten times as long; memory has a third to spare.
 */
const LOADING_CPU_SECONDS = 60;
const CPU_SECONDS_PER_MIB = 0.012;
const RESIDENT_MIB = { base: 500, perMib: 3 };
/** It has the lowest priority: on a busy machine it gets a hundredth of a core, and waits. */
const WAITS = 20;
/** Nothing of a recording stands in V8's heap. */
const HEAP_MIB = 256;
/** What one file of an answer holds at most (audio-pieces.ts), where nobody says how long it is. */
const LONGEST_SECONDS = 1_200;

/** @throws the disk's error where a file of a model is missing */
export async function engineLimits(
  models: readonly SpeechModel[],
  soundSeconds: number | undefined,
): Promise<ChildLimits> {
  const mib = await sizeOf(models);
  const cpuSeconds = LOADING_CPU_SECONDS + Math.ceil((soundSeconds ?? LONGEST_SECONDS) * mib * CPU_SECONDS_PER_MIB);
  return {
    cpuSeconds,
    wallMs: cpuSeconds * WAITS * 1000,
    heapMib: HEAP_MIB,
    residentMib: RESIDENT_MIB.base + Math.ceil(mib * RESIDENT_MIB.perMib),
  };
}

async function sizeOf(models: readonly SpeechModel[]): Promise<number> {
  const files = models.flatMap(({ files: { encoder, decoder, joiner } }) => [
    encoder,
    decoder,
    ...(joiner ? [joiner] : []),
  ]);
  const sizes = await Promise.all(files.map(async (path) => (await stat(path)).size));
  return sizes.reduce((sum, size) => sum + size, 0) / 1024 ** 2;
}
