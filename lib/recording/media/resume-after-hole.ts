import { type InputFormat, MATROSKA, MP4, QTFF, WEBM } from "mediabunny";
import type { PartRange } from "../../domain/part-ranges.ts";
import { clusterAt } from "./matroska-elements.ts";
import { findStart, type PartsStretch, spliced, withoutCutEnd } from "./parts-source.ts";

/**
 * A recorder describes its stream once, at the beginning, and then writes pieces that tell their own time: clusters in Matroska and WebM,
 * fragments in MP4. So what follows a hole is played from its first whole piece on, with the beginning of the stream put in front of it.
 *
 * @param stretches of one segment, the first of which begins with its first byte
 * @returns streams that can be read by themselves, all but the first with some packets in front that the first has, too; a stretch
 * without the beginning of a piece is left out
 */
export async function resumeAfterHoles(
  [head, ...others]: readonly [PartsStretch, ...PartsStretch[]],
  format: InputFormat,
): Promise<[PartsStretch, ...PartsStretch[]]> {
  const resumed: [PartsStretch, ...PartsStretch[]] = [head];
  const beginning = others.length > 0 ? await lengthOfBeginning(head, format) : null;
  if (beginning === null) return resumed;

  let missing: readonly PartRange[] = [];
  for (const stretch of others) {
    missing = [...missing, ...stretch.missingBefore];
    const start = await findPiece(stretch, format);
    if (start === null) continue;
    resumed.push({ ...spliced(head, beginning, stretch, start), missingBefore: missing });
    missing = [];
  }
  return resumed;
}

/** Where in a stretch, at `from` or later, a piece begins that tells its own time, or null. */
export function findPiece(
  stretch: PartsStretch,
  format: InputFormat,
  from?: number,
  chunkBytes?: number,
): Promise<number | null> {
  return findStart(stretch, isMatroska(format) ? isCluster : isFragment, from, chunkBytes);
}

/**
 * The bytes it takes to read a later piece, or null when they are not there. In Matroska they reach through the first cluster: Chromium
 * describes its H.264 nowhere but in a key frame.
 */
async function lengthOfBeginning(head: PartsStretch, format: InputFormat): Promise<number | null> {
  if (format === MP4 || format === QTFF) return findStart(head, isFragment);
  if (!isMatroska(format)) return null;
  const first = await findStart(head, isCluster);
  if (first === null) return null;
  return (await findStart(head, isCluster, first + 1)) ?? (await withoutCutEnd(head)).sizeBytes;
}

export const isMatroska = (format: InputFormat) => format === WEBM || format === MATROSKA;

const isCluster = (bytes: Uint8Array, at: number) => clusterAt(bytes, at) !== null;

/** A `moof` box begins with its `mfhd` box (ISO/IEC 14496-12 §8.8.4). */
function isFragment(bytes: Uint8Array, at: number): boolean {
  return bytes[at + 4] === 0x6d && nameAt(bytes, at + 4) === "moof" && nameAt(bytes, at + 12) === "mfhd";
}

function nameAt(bytes: Uint8Array, at: number): string {
  return String.fromCharCode(...bytes.subarray(at, at + 4));
}
