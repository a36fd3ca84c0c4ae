import { open, stat } from "node:fs/promises";
import { CustomSource } from "mediabunny";
import { cutOffBytes } from "./matroska-end.ts";

/** The local file of each part of one segment, in order; null where a part is missing. */
export type PartFiles = readonly (string | null)[];

/** The parts of a segment that follow each other without a hole: one stream of bytes, cut into files. */
export type PartsStretch = {
  pieces: readonly Piece[];
  sizeBytes: number;
  /** The first part that is missing, or null when all are there. */
  missingFrom: number | null;
};
type Piece = { path: string; start: number; end: number };

/** Bytes mediabunny may keep of a segment. */
const CACHE_BYTES = 4 * 1024 ** 2;
/** Enough for the longest cluster: two seconds between key frames at any bitrate a browser records. */
const TAIL_BYTES = 8 * 1024 ** 2;

/** Measures a segment up to its first missing part: what follows a hole begins in the middle of something and would be taken for it. */
export async function measureParts(parts: PartFiles): Promise<PartsStretch> {
  const pieces: Piece[] = [];
  let sizeBytes = 0;
  for (const [index, path] of parts.entries()) {
    const length = path === null ? null : await fileSize(path);
    if (path === null || length === null) return { pieces, sizeBytes, missingFrom: index };
    pieces.push({ path, start: sizeBytes, end: sizeBytes + length });
    sizeBytes += length;
  }
  return { pieces, sizeBytes, missingFrom: null };
}

/** The same WebM or Matroska stretch without the block at its end that was cut off. */
export async function withoutCutEnd(stretch: PartsStretch): Promise<PartsStretch> {
  const tail = await readAcross(stretch.pieces, Math.max(0, stretch.sizeBytes - TAIL_BYTES), stretch.sizeBytes);
  return { ...stretch, sizeBytes: stretch.sizeBytes - cutOffBytes(tail) };
}

/** Reads a stretch for mediabunny, without joining it on disk or in memory. A file is open only while it is read. */
export function partsSource({ pieces, sizeBytes }: PartsStretch): CustomSource {
  let failure: unknown;
  return new CustomSource({
    getSize: () => sizeBytes,
    async read(start, end) {
      if (failure) throw failure;
      return readAcross(pieces, start, end);
    },
    prefetchProfile: "fileSystem",
    maxCacheSize: CACHE_BYTES,
    // A read ahead that fails has nobody waiting for it: the next read reports it.
    handleUnhandledError: (error) => {
      failure = error;
    },
  });
}

async function readAcross(pieces: readonly Piece[], start: number, end: number): Promise<Uint8Array> {
  const bytes = new Uint8Array(end - start);
  for (let index = indexOfPiece(pieces, start); index < pieces.length; index++) {
    const piece = pieces[index];
    if (!piece || piece.start >= end) break;
    const from = Math.max(start, piece.start);
    await readFully(piece, from - piece.start, bytes.subarray(from - start, Math.min(end, piece.end) - start));
  }
  return bytes;
}

/** The piece that holds the byte at `position`, by halving: an hour has thousands of pieces. */
function indexOfPiece(pieces: readonly Piece[], position: number): number {
  let low = 0;
  let high = pieces.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((pieces[middle]?.end ?? 0) <= position) low = middle + 1;
    else high = middle;
  }
  return low;
}

async function readFully({ path }: Piece, position: number, into: Uint8Array): Promise<void> {
  const file = await open(path, "r");
  try {
    for (let done = 0; done < into.byteLength; ) {
      const { bytesRead } = await file.read(into, done, into.byteLength - done, position + done);
      if (bytesRead === 0) throw Object.assign(new Error(`${path} became shorter while it was read`), { code: "EIO" });
      done += bytesRead;
    }
  } finally {
    await file.close();
  }
}

async function fileSize(path: string): Promise<number | null> {
  try {
    return (await stat(path)).size;
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return null;
    throw error;
  }
}
