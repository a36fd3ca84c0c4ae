import type { PartRange } from "../../domain/part-ranges.ts";
import { findHeaders } from "./find-headers.ts";
import { between, measureParts, type PartFiles, type PartsStretch } from "./parts-source.ts";

/** What one start of a recorder left behind: its bytes without a hole, and after each hole. */
export type RecorderPiece = {
  stretches: readonly PartsStretch[];
  /** Parts missing behind the last of them. */
  missingAtEnd: readonly PartRange[];
};

/**
 * The pieces of a segment, in order: usually one. A new header begins a new one, whose times begin anew too. Bytes before the first header
 * are a piece that nobody can read.
 */
export async function splitPieces(parts: PartFiles): Promise<RecorderPiece[]> {
  const { stretches, missingAtEnd } = await measureParts(parts);
  const pieces: { stretches: PartsStretch[]; missingAtEnd: readonly PartRange[] }[] = [];
  for (const stretch of stretches) {
    const starts = (await findHeaders(stretch)).filter((at) => at > 0 || pieces.length > 0);
    for (const [position, cut] of cutAt(stretch, starts).entries()) {
      const current = pieces.at(-1);
      const continues = position === 0 && starts[0] !== 0;
      if (current && continues) current.stretches.push(cut);
      else {
        // Nobody can tell whose the parts were that are missing in front of a header.
        if (current && position === 0) current.missingAtEnd = stretch.missingBefore;
        pieces.push({ stretches: [current ? { ...cut, missingBefore: [] } : cut], missingAtEnd: [] });
      }
    }
  }
  const last = pieces.at(-1);
  if (!last) return [{ stretches: [], missingAtEnd }];
  last.missingAtEnd = missingAtEnd;
  return pieces;
}

function cutAt(stretch: PartsStretch, starts: readonly number[]): PartsStretch[] {
  const bounds = [0, ...starts.filter((at) => at > 0), stretch.sizeBytes];
  return bounds.slice(0, -1).map((from, index) => between(stretch, from, bounds[index + 1] ?? stretch.sizeBytes));
}
