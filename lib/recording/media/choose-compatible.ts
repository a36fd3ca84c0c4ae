import { type Kind, measureSeconds, type SegmentMedia } from "./segment-media.ts";

/**
 * Which segments go into one file, in order. One file has one decoder per kind, so segments of another codec or frame size can't join.
 * For each kind, the signature with the most media time wins, since that loses the viewer the least; a segment stays when none of its
 * tracks differs. One without camera or without microphone stays: it has nothing that differs.
 * @param isMain what the file has had so far: its signature wins, however much has come in another
 */
export async function chooseCompatible<T extends { media: SegmentMedia }>(
  segments: readonly T[],
  isMain: (segment: T) => boolean = () => false,
): Promise<T[]> {
  if (sameThroughout(segments)) return [...segments];
  const seconds = new Map<T, number>();
  for (const segment of segments) seconds.set(segment, await measureSeconds(segment.media));
  const ofVideo = keepOneWay(segments, "video", seconds, isMain);
  return keepOneWay(ofVideo, "audio", seconds, isMain);
}

function sameThroughout(segments: readonly { media: SegmentMedia }[]): boolean {
  return (["video", "audio"] as const).every((kind) => new Set(signaturesOf(segments, kind)).size <= 1);
}

function keepOneWay<T extends { media: SegmentMedia }>(
  segments: readonly T[],
  kind: Kind,
  seconds: ReadonlyMap<T, number>,
  isMain: (segment: T) => boolean,
): T[] {
  const [kept] = signaturesOf(segments.filter(isMain), kind);
  const winner = kept ?? longest(segments, kind, seconds);
  return segments.filter(({ media }) => !media[kind] || media[kind].signature === winner);
}

function longest<T extends { media: SegmentMedia }>(
  segments: readonly T[],
  kind: Kind,
  seconds: ReadonlyMap<T, number>,
): string | undefined {
  const totals = new Map<string, number>();
  for (const segment of segments) {
    const signature = segment.media[kind]?.signature;
    if (signature) totals.set(signature, (totals.get(signature) ?? 0) + (seconds.get(segment) ?? 0));
  }
  return [...totals].sort(([, a], [, b]) => b - a).map(([signature]) => signature)[0];
}

function signaturesOf(segments: readonly { media: SegmentMedia }[], kind: Kind): string[] {
  return segments.flatMap(({ media }) => media[kind]?.signature ?? []);
}
