import { execFileSync, fork } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { joinSegments } from "../../../lib/recording/media/join-segments.ts";
import type { Say } from "../say.ts";
import { makeLongRecording } from "./long-recording.ts";
import { peakBytesOf } from "./process-usage.ts";

/** An hour at a little over 1 Mbit/s, and twice that. */
const SIZES = [480e6, 960e6];

/** In JavaScript alone, or with ffmpeg where it is on PATH. */
type Way = NonNullable<NonNullable<Parameters<typeof joinSegments>[2]>["way"]>;

/** What one joining took, in a process of its own. */
type Joined = { seconds: number; peakBytes: number; durationSeconds: number; sizeBytes: number };

/** From the last part to a seekable, verified, hashed file; beside `ffmpeg -c copy` of the same bytes where there is one. */
export async function benchFinalize(say: Say): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), "talentflow-bench-"));
  try {
    for (const size of SIZES) {
      const parts = await makeLongRecording(folder, size);
      const output = join(folder, "joined.webm");
      for (const way of ["mediabunny", "fastest"] as const) {
        const joined = await joinInChild(parts, output, way);
        say(
          `${(joined.durationSeconds / 60).toFixed(0)} min, ${(joined.sizeBytes / 1e6).toFixed(0)} MB, ${parts.length} parts, ` +
            `${way}: ${joined.seconds.toFixed(1)} s to a seekable file, peak RSS ${(joined.peakBytes / 1024 ** 2).toFixed(0)} MiB`,
        );
        const copy = ffmpegCopy(output, join(folder, "copied.webm"));
        if (copy)
          say(`  ffmpeg -c copy of the same file: ${copy.toFixed(2)} s, ratio ${(joined.seconds / copy).toFixed(1)}`);
      }
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function joinInChild(parts: string[], output: string, way: Way): Promise<Joined> {
  const child = fork(import.meta.filename, ["join"]);
  child.send({ parts, output, way });
  const [result] = await once(child, "message");
  await once(child, "exit");
  return result as Joined;
}

/** Seconds, or null where there is no ffmpeg. */
function ffmpegCopy(input: string, output: string): number | null {
  const startedAt = performance.now();
  try {
    execFileSync("ffmpeg", ["-y", "-loglevel", "error", "-i", input, "-c", "copy", output], { stdio: "ignore" });
    return (performance.now() - startedAt) / 1000;
  } catch {
    return null; // not installed
  }
}

if (process.argv[1] === import.meta.filename && process.argv[2] === "join") {
  process.once("message", async ({ parts, output, way }: { parts: string[]; output: string; way: Way }) => {
    const startedAt = performance.now();
    const { durationSeconds, sizeBytes } = await joinSegments([parts], output, { way });
    const seconds = (performance.now() - startedAt) / 1000;
    const peakBytes = peakBytesOf(process.pid);
    process.send?.({ seconds, peakBytes, durationSeconds, sizeBytes });
    process.disconnect();
  });
}
