import { countParts, type PartRange, rangesOf } from "../../domain/part-ranges.ts";
import { event } from "../../words/happened.ts";
import { chooseCompatible } from "./choose-compatible.ts";
import { JoinError } from "./join-error.ts";
import { type JoinWarning, warn, warnOfGap, warnOfJump } from "./join-warning.ts";
import type { PartFiles } from "./parts-source.ts";
import { nowReading } from "./progress.ts";
import { inspectPieces } from "./segment-media.ts";
import type { RecorderPiece } from "./split-pieces.ts";
import type { Gap, PlacedSegment } from "./write-recording.ts";
import { type JoinedFile, type ReadableSegment, type Way, writeVerified } from "./write-verified.ts";

/** A file of segments that cannot be in the main one. */
export type SideFile = JoinedFile & {
  path: string;
  /** Indexes in the list of segments given, and where in this file each begins. */
  segments: { index: number; startMs: number }[];
  /** Where in the main file's time they were recorded: between the segments around them. */
  startMs: number;
};

export type JoinedRecording = JoinedFile & {
  /** One for each segment given, in their order: its place in the file, or null when it is not in it. */
  segments: ({ startMs: number; durationMs: number } | null)[];
  gaps: JoinedGap[];
  /** What was recorded in another way, each way in a file of its own. */
  sideFiles: SideFile[];
  warnings: JoinWarning[];
};

/** Parts of a segment that never came, and where they would be in the file. `segment`: index in the list of segments given. */
export type JoinedGap = Gap & { segment: number };

/** A segment that is not to be read: whatever read it was ended over it. */
export type LeftOut = { segment: number; code: "limit_reached" | "reader_ended" };

type Options = {
  way?: Way;
  without?: readonly LeftOut[];
  /** Indexes of segments that the file has had so far: it keeps their way of recording. */
  main?: readonly number[];
};

/**
 * Joins the segments of a recording, packet by packet, into one seekable file in the recording's own container, with its duration and
 * index, and opens it again to be sure. Nothing is decoded; memory stays flat. Segments that no decoder could go on with come into files
 * of their own beside it. No file is synced to the disk: publishing does that.
 *
 * @param segments in order
 * @param outputPath is written over, and so are its names with `-2`, `-3` … behind; after an error what stands there is worthless
 * @throws JoinError, or the disk's error
 */
export async function joinSegments(
  segments: readonly PartFiles[],
  outputPath: string,
  { way = "fastest", without = [], main = [] }: Options = {},
): Promise<JoinedRecording> {
  const { readable, unreadable, warnings } = await inspectAll(segments, without);
  const chosen = await chooseCompatible(readable, ({ index }) => main.includes(index));
  if (chosen.length === 0) throw new JoinError(event("recording_nothing_readable"));
  const { file, placed } = await writeVerified(outputPath, chosen, { way });

  const places: JoinedRecording["segments"] = segments.map(() => null);
  const gaps: JoinedGap[] = [];
  for (const { index, place } of placed) {
    places[index] = fromFirst(places[index] ?? null, inMs(place));
    for (const gap of place.gaps) {
      gaps.push({ ...gap, segment: index });
      // A missing end is often only late.
      if (gap.seconds !== null) {
        const parts = countParts(gap.missingParts);
        warnings.push(warnOfGap(index, { parts, seconds: gap.seconds, atSeconds: gap.atSeconds }));
      }
    }
    warnings.push(...faultsOf(index, place));
  }
  const others = readable.filter((segment) => !chosen.includes(segment));
  const sideFiles = await writeSideFiles(others, places, outputPath, warnings);
  return {
    ...file,
    segments: places,
    gaps: [...gaps, ...gapsOfWhole(unreadable, places)].sort((a, b) => a.segment - b.segment),
    sideFiles,
    warnings: warnings.sort((a, b) => a.segment - b.segment),
  };
}

/** No more of one kind are told of one segment: the longest says most. */
function faultsOf(index: number, { cutShort, pictureChanges, jumps }: PlacedSegment): JoinWarning[] {
  const [longest] = jumps.toSorted((a, b) => b.seconds - a.seconds);
  return [
    ...(longest ? [warnOfJump(index, longest)] : []),
    ...(pictureChanges ? [warn("picture_changes", index)] : []),
    ...(cutShort ? [warn("cut_short", index)] : []),
  ];
}

/** A recorder that was begun anew leaves several pieces of one segment, one behind the other. */
function fromFirst(before: JoinedRecording["segments"][number], piece: { startMs: number; durationMs: number }) {
  if (!before) return piece;
  return { startMs: before.startMs, durationMs: piece.startMs + piece.durationMs - before.startMs };
}

/** One file for each other way of recording, the longest first. */
async function writeSideFiles(
  others: readonly ReadableSegment[],
  places: JoinedRecording["segments"],
  outputPath: string,
  warnings: JoinWarning[],
): Promise<SideFile[]> {
  const files: SideFile[] = [];
  for (let rest = [...others]; rest.length > 0; ) {
    const chosen = await chooseCompatible(rest);
    rest = rest.filter((segment) => !chosen.includes(segment));
    const path = `${outputPath}-${files.length + 2}`;
    const indexes = [...new Set(chosen.map(({ index }) => index))];
    try {
      const { file, placed } = await writeVerified(path, chosen);
      const segments = indexes.map((index) => ({ index, startMs: startOf(index, placed) }));
      files.push({ ...file, path, segments, startMs: endBefore(indexes[0] ?? 0, places) });
      warnings.push(...indexes.map((index) => warn("incompatible", index)));
      for (const { index, place } of placed) warnings.push(...faultsOf(index, place));
    } catch (error) {
      if (!(error instanceof JoinError)) throw error;
      warnings.push(...indexes.map((index) => warn("unreadable", index))); // the main file is no worse for it
    }
  }
  return files;
}

function startOf(index: number, placed: readonly { index: number; place: PlacedSegment }[]): number {
  const first = placed.find((segment) => segment.index === index);
  return first ? inMs(first.place).startMs : 0;
}

/** When in the file the last segment before this one ends. */
function endBefore(index: number, places: JoinedRecording["segments"]): number {
  const before = places.slice(0, index).findLast((place) => place !== null);
  return before ? before.startMs + before.durationMs : 0;
}

type UnreadablePiece = { index: number; missing: readonly PartRange[] };

async function inspectAll(segments: readonly PartFiles[], without: readonly LeftOut[]) {
  const readable: ReadableSegment[] = [];
  const unreadable: UnreadablePiece[] = [];
  const warnings: JoinWarning[] = [];
  for (const [index, parts] of segments.entries()) {
    const leftOut = without.find(({ segment }) => segment === index);
    if (leftOut) {
      warnings.push(warn(leftOut.code, index));
      continue;
    }
    nowReading(index);
    const pieces = await inspectPieces(parts);
    for (const { media, piece } of pieces) {
      if (media) readable.push({ index, media });
      else unreadable.push({ index, missing: missingOf(piece) });
      for (const { kind, why } of media?.unread ?? []) warnings.push(warn(`${kind}_${why}`, index));
    }
    if (pieces.some(({ media }) => media === null)) {
      warnings.push(warn(pieces.some(({ media }) => media) ? "piece_unreadable" : "unreadable", index));
    }
  }
  nowReading(null);
  return { readable, unreadable, warnings };
}

function missingOf({ stretches, missingAtEnd }: RecorderPiece): PartRange[] {
  return rangesOf([...stretches.flatMap(({ missingBefore }) => missingBefore), ...missingAtEnd]);
}

/** What nothing can be played of because a part never came: it would stand between its neighbours. */
function gapsOfWhole(unreadable: readonly UnreadablePiece[], places: JoinedRecording["segments"]): JoinedGap[] {
  return unreadable.flatMap(({ index, missing }) => {
    if (missing.length === 0) return [];
    return [{ segment: index, missingParts: missing, atSeconds: endBefore(index, places) / 1000, seconds: null }];
  });
}

function inMs({ startSeconds, endSeconds }: PlacedSegment) {
  const startMs = Math.round(startSeconds * 1000);
  return { startMs, durationMs: Math.round(endSeconds * 1000) - startMs };
}
