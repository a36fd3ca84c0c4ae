import type { ChildLimits } from "../../children/child-limits.ts";

/** What a task on media has to read. */
export type MediaSize = { bytes: number; files: number };

export type MediaLimits = ChildLimits & {
  /** Address space of the programs that it starts. Node itself reserves far more than it uses. */
  programMib: number;
};

/**
 * Joining takes 14 ms of CPU time a megabyte, a part's file 0.2 ms and starting half a second (`npm run bench recording finalize`): a
 * process that needs ten times as much is not going to end.
 */
const CPU_SECONDS = { start: 6, perMegabyte: 0.15, perFile: 0.002 };
/** Other work of the machine may take seven eighths of it. */
const WALL_PER_CPU = 8;
/** The queue gives a job an hour (lib/queue/queues.ts). */
const LONGEST_WALL_MS = 55 * 60_000;
/** Two hours at 1 Mbit/s need 320 MiB, and 3 MiB more for each hundred MiB: an index of its packets. */
const HEAP_MIB = { start: 512, perMebibyte: 1 / 16 };
/** Code, stacks and buffers outside the heap. */
const BESIDE_HEAP_MIB = 384;
const PROGRAM_MIB = 2_048;

const MIB = 1024 ** 2;

/** Limits that no honest recording of this size comes near, and that no damaged one passes for long. */
export function limitsFor({ bytes, files }: MediaSize): MediaLimits {
  const cpuSeconds = Math.ceil(
    CPU_SECONDS.start + (bytes / 1e6) * CPU_SECONDS.perMegabyte + files * CPU_SECONDS.perFile,
  );
  const heapMib = Math.ceil(HEAP_MIB.start + (bytes / MIB) * HEAP_MIB.perMebibyte);
  return {
    cpuSeconds,
    wallMs: Math.min(LONGEST_WALL_MS, 60_000 + cpuSeconds * 1000 * WALL_PER_CPU),
    heapMib,
    residentMib: heapMib + BESIDE_HEAP_MIB,
    programMib: PROGRAM_MIB,
  };
}
