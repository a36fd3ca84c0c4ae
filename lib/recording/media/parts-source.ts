import { closeSync, openSync, readSync } from "node:fs";
import { stat } from "node:fs/promises";
import { CustomSource } from "mediabunny";
import { type PartRange, rangesOf } from "../../domain/part-ranges.ts";
import { cutOffBytes } from "./matroska-end.ts";

/** The parts of one segment in order: the local file of each, or a number: so many are missing there. */
export type PartFiles = readonly (string | number)[];

/** A stream of bytes, cut into files. */
export type PartsStretch = {
  pieces: readonly Piece[];
  sizeBytes: number;
  /** The parts that are missing in front of it, none in front of the first. */
  missingBefore: readonly PartRange[];
};
/** Bytes `start` to `end` of the stream: from `offset` of a file on, or of what is put there without one. */
type Piece = { start: number; end: number; offset: number } & ({ path: string } | { bytes: Uint8Array });

/** Bytes mediabunny may keep of a segment. */
const CACHE_BYTES = 4 * 1024 ** 2;
/** Enough for the longest cluster: two seconds between key frames at any bitrate a browser records. */
const TAIL_BYTES = 8 * 1024 ** 2;
const CHUNK_BYTES = 1024 ** 2;
const LOOK_AHEAD_BYTES = 64;

/** The stretches of parts that follow each other without a hole, and what is missing behind the last. */
export async function measureParts(
  parts: PartFiles,
): Promise<{ stretches: PartsStretch[]; missingAtEnd: readonly PartRange[] }> {
  const stretches: PartsStretch[] = [];
  let files: { path: string; length: number }[] = [];
  let missingBefore: PartRange[] = [];
  let missing: PartRange[] = [];
  let seq = 0;
  for (const part of parts) {
    const length = typeof part === "number" ? null : await fileSize(part);
    const count = typeof part === "number" ? part : 1;
    if (typeof part === "number" || length === null) {
      missing = rangesOf([...missing, [seq, seq + count - 1]]);
    } else {
      if (missing.length > 0) {
        if (files.length > 0) stretches.push(stretchOf(files, missingBefore));
        [files, missingBefore, missing] = [[], missing, []];
      }
      files.push({ path: part, length });
    }
    seq += count;
  }
  if (files.length > 0) stretches.push(stretchOf(files, missingBefore));
  return { stretches, missingAtEnd: missing };
}

function stretchOf(
  files: readonly { path: string; length: number }[],
  missingBefore: readonly PartRange[],
): PartsStretch {
  let sizeBytes = 0;
  const pieces = files.map(({ path, length }): Piece => {
    const start = sizeBytes;
    sizeBytes += length;
    return { path, offset: 0, start, end: sizeBytes };
  });
  return { pieces, sizeBytes, missingBefore };
}

/** The first bytes of one stretch followed by another from `start` on, as one stream. */
export function spliced(head: PartsStretch, headBytes: number, rest: PartsStretch, start: number): PartsStretch {
  let sizeBytes = 0;
  const pieces = [...cutOut(head, 0, headBytes), ...cutOut(rest, start, rest.sizeBytes)].map((piece): Piece => {
    const moved = { ...piece, start: sizeBytes, end: sizeBytes + piece.end - piece.start };
    sizeBytes = moved.end;
    return moved;
  });
  return { pieces, sizeBytes, missingBefore: rest.missingBefore };
}

/** Bytes `from` to `to` of a stretch, as one that begins there. */
export function between(stretch: PartsStretch, from: number, to: number): PartsStretch {
  const cut = spliced(stretch, 0, { ...stretch, sizeBytes: to }, from);
  return from === 0 ? cut : { ...cut, missingBefore: [] };
}

/** The same with other bytes from a place on, as many as are given, and beyond its end where they are more. */
export function withBytes(stretch: PartsStretch, at: number, bytes: Uint8Array): PartsStretch {
  const { sizeBytes, missingBefore } = stretch;
  const end = at + bytes.byteLength;
  const before = cutOut(stretch, 0, Math.min(at, sizeBytes));
  const pieces: Piece[] = [...before, { bytes, offset: 0, start: at, end }, ...cutOut(stretch, end, sizeBytes)];
  return { pieces, sizeBytes: Math.max(end, sizeBytes), missingBefore };
}

function cutOut({ pieces }: PartsStretch, from: number, to: number): Piece[] {
  return pieces
    .filter(({ start, end }) => end > from && start < to)
    .map((piece) => {
      const skipped = Math.max(0, from - piece.start);
      const { offset, start, end } = piece;
      return { ...piece, offset: offset + skipped, start: start + skipped, end: Math.min(end, to) };
    });
}

/** Where in a stretch, at `from` or later, something begins, or null. `isStart` sees at least `LOOK_AHEAD_BYTES` bytes from there, if there are as many. */
export async function findStart(
  { pieces, sizeBytes }: PartsStretch,
  isStart: (bytes: Uint8Array, at: number) => boolean,
  from = 0,
  chunkBytes = CHUNK_BYTES,
): Promise<number | null> {
  for (let start = from; start < sizeBytes; start += chunkBytes) {
    const bytes = await readAcross(pieces, start, Math.min(sizeBytes, start + chunkBytes + LOOK_AHEAD_BYTES));
    for (let at = 0; at < Math.min(bytes.byteLength, chunkBytes); at++) if (isStart(bytes, at)) return start + at;
  }
  return null;
}

/** The last bytes of a stretch, enough to hold a cluster. */
export function tailOf(stretch: PartsStretch): Promise<Uint8Array> {
  return readAcross(stretch.pieces, Math.max(0, stretch.sizeBytes - TAIL_BYTES), stretch.sizeBytes);
}

/** The same WebM or Matroska stretch without the block at its end that was cut off. */
export async function withoutCutEnd(stretch: PartsStretch): Promise<PartsStretch> {
  return { ...stretch, sizeBytes: stretch.sizeBytes - cutOffBytes(await tailOf(stretch)) };
}

/** Bytes of a stretch, fewer where it ends before. */
export function readBytes({ pieces, sizeBytes }: PartsStretch, from: number, to: number): Promise<Uint8Array> {
  return readAcross(pieces, from, Math.max(from, Math.min(sizeBytes, to)));
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

/** All bytes of a stretch, one bounded chunk after the other. */
export async function* readStretch({ pieces, sizeBytes }: PartsStretch): AsyncGenerator<Uint8Array> {
  for (let start = 0; start < sizeBytes; start += CHUNK_BYTES) {
    yield await readAcross(pieces, start, Math.min(sizeBytes, start + CHUNK_BYTES));
  }
}

async function readAcross(pieces: readonly Piece[], start: number, end: number): Promise<Uint8Array> {
  const bytes = new Uint8Array(end - start);
  for (let index = indexOfPiece(pieces, start); index < pieces.length; index++) {
    const piece = pieces[index];
    if (!piece || piece.start >= end) break;
    const from = Math.max(start, piece.start);
    readFully(piece, from - piece.start, bytes.subarray(from - start, Math.min(end, piece.end) - start));
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

/**
 * Without giving the thread away: a recording is thousands of small files, and handing each to another thread costs more than reading it.
 * The process does nothing else, and is ended from outside should the disk not answer.
 */
function readFully(piece: Piece, position: number, into: Uint8Array): void {
  const { offset } = piece;
  if ("bytes" in piece) {
    into.set(piece.bytes.subarray(offset + position, offset + position + into.byteLength));
    return;
  }
  const { path } = piece;
  const file = openSync(path, "r");
  try {
    for (let done = 0; done < into.byteLength; ) {
      const bytesRead = readSync(file, into, done, into.byteLength - done, offset + position + done);
      if (bytesRead === 0) throw Object.assign(new Error(`${path} became shorter while it was read`), { code: "EIO" });
      done += bytesRead;
    }
  } finally {
    closeSync(file);
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
