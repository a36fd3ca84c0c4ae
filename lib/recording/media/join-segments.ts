import { chooseCompatible } from "./choose-compatible.ts";
import { JoinError } from "./join-error.ts";
import type { PartFiles } from "./parts-source.ts";
import { inspectSegment } from "./segment-media.ts";
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

/** Something that is not in the file although it should be. The parts stay where they are, so a later version can do better. */
export type JoinWarning = {
  /** Index in the list of segments given. */
  segment: number;
  /**
   * - `unreadable`: nothing of the segment can be played; its beginning is missing or damaged
   * - `part_missing`: the segment is in the file except for missing parts and what can't be read without them
   * - `cut_short`: the segment is in the file up to where its bytes become unreadable
   * - `incompatible`: codec, frame size or sound format differ from the rest of the recording: it is in a side file
   */
  code: "unreadable" | "part_missing" | "cut_short" | "incompatible";
  /** One sentence for a person. */
  message: string;
};

/**
 * Joins the segments of a recording, packet by packet, into one seekable file in the recording's own container, with its duration and
 * index, and opens it again to be sure. Nothing is decoded; memory stays flat. Segments that no decoder could go on with come into files
 * of their own beside it. No file is synced to the disk: publishing does that.
 *
 * @param segments in order, each as the local files of its parts in order, null where a part is missing
 * @param outputPath is written over, and so are its names with `-2`, `-3` … behind; after an error what stands there is worthless
 * @throws JoinError, or the disk's error
 */
export async function joinSegments(
  segments: readonly PartFiles[],
  outputPath: string,
  way: Way = "fastest",
): Promise<JoinedRecording> {
  const { readable, unreadable, warnings } = await inspectAll(segments);
  const chosen = await chooseCompatible(readable);
  if (chosen.length === 0) throw new JoinError("nothing_readable", "None of the recording's segments can be played.");
  const { file, placed } = await writeVerified(outputPath, chosen, { way });

  const places: JoinedRecording["segments"] = segments.map(() => null);
  const gaps: JoinedGap[] = [];
  for (const { index, place } of placed) {
    places[index] = inMs(place);
    for (const gap of place.gaps) {
      gaps.push({ ...gap, segment: index });
      // A missing end is often only late.
      if (gap.seconds !== null)
        warnings.push({ segment: index, code: "part_missing", message: describeGap(index, gap) });
    }
    if (place.cutShort)
      warnings.push({ segment: index, code: "cut_short", message: `${name(index)} breaks off before its end.` });
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
    const indexes = chosen.map(({ index }) => index);
    try {
      const { file, placed } = await writeVerified(path, chosen);
      const segments = placed.map(({ index, place }) => ({ index, startMs: inMs(place).startMs }));
      files.push({ ...file, path, segments, startMs: endBefore(indexes[0] ?? 0, places) });
      warnings.push(...indexes.map(isAside));
    } catch (error) {
      if (!(error instanceof JoinError)) throw error;
      warnings.push(...indexes.map(isUnreadable)); // the main file is no worse for it
    }
  }
  return files;
}

/** When in the file the last segment before this one ends. */
function endBefore(index: number, places: JoinedRecording["segments"]): number {
  const before = places.slice(0, index).findLast((place) => place !== null);
  return before ? before.startMs + before.durationMs : 0;
}

async function inspectAll(segments: readonly PartFiles[]) {
  const readable: ReadableSegment[] = [];
  const unreadable: { index: number; parts: PartFiles }[] = [];
  const warnings: JoinWarning[] = [];
  for (const [index, parts] of segments.entries()) {
    const media = await inspectSegment(parts);
    if (media) readable.push({ index, media });
    else {
      unreadable.push({ index, parts });
      warnings.push(isUnreadable(index));
    }
  }
  return { readable, unreadable, warnings };
}

/** Segments of which nothing can be played because a part never came: they would stand between their neighbours. */
function gapsOfWhole(
  unreadable: readonly { index: number; parts: PartFiles }[],
  places: JoinedRecording["segments"],
): JoinedGap[] {
  return unreadable.flatMap(({ index, parts }) => {
    const missingParts = parts.flatMap((path, seq) => (path === null ? seq : []));
    if (missingParts.length === 0) return [];
    return [{ segment: index, missingParts, atSeconds: endBefore(index, places) / 1000, seconds: null }];
  });
}

const name = (index: number) => `Segment ${index}`;

function isUnreadable(segment: number): JoinWarning {
  return { segment, code: "unreadable", message: `${name(segment)} can't be played.` };
}

function isAside(segment: number): JoinWarning {
  const message = `${name(segment)} was recorded in another way and is in a file of its own.`;
  return { segment, code: "incompatible", message };
}

function describeGap(segment: number, { missingParts, atSeconds, seconds }: Gap): string {
  const what = missingParts.length === 1 ? "a part" : `${missingParts.length} parts`;
  return `${name(segment)} lacks ${what}: ${seconds?.toFixed(1)} s are missing at ${atSeconds.toFixed(1)} s.`;
}

function inMs({ startSeconds, endSeconds }: PlacedSegment) {
  const startMs = Math.round(startSeconds * 1000);
  return { startMs, durationMs: Math.round(endSeconds * 1000) - startMs };
}
