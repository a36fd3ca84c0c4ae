import { clusterAt, type Element, readElement, SEGMENT_ID } from "./matroska-elements.ts";

/** Of a segment's and of a cluster's id. */
const ID_BYTES = 4;

/**
 * Chromium cuts its WebM and Matroska slices wherever its buffer happens to end, usually one byte into a block. When no later slice ever
 * comes, that stump makes a reader give up the whole last cluster, up to some seconds. So the stump is left out.
 */

/**
 * How many bytes at the end of the stream belong to an element that was cut off. Zero when the last cluster is whole, and also when its
 * length is written in front (then it was not cut by a live recorder) or no cluster is found.
 *
 * @param tail the last bytes of the stream; enough of them to hold one cluster
 */
export function cutOffBytes(tail: Uint8Array): number {
  const start = lastLiveCluster(tail);
  if (start === null) return 0;
  let position = start;
  while (position < tail.byteLength) {
    const element = readElement(tail, position);
    if (element === null || element.end > tail.byteLength) return tail.byteLength - position;
    position = element.end;
  }
  return 0;
}

/** Where the children of the last cluster begin, if it is one of unknown length. */
function lastLiveCluster(tail: Uint8Array): number | null {
  for (let at = tail.byteLength - 4; at >= 0; at--) {
    const cluster = clusterAt(tail, at);
    if (cluster) return cluster.sizeKnown ? null : cluster.dataStart;
  }
  return null;
}

/**
 * An empty `Tags` element (RFC 9559 §5.1.8) for the end of a stream: 17 bytes, none of which is in the file that is made of it. mediabunny
 * 1.61 looks for the next element behind damaged bytes, and when there is none up to the end of what holds it, it looks there for ever. So
 * there is one.
 */
export function endMark(): Uint8Array {
  const void10 = [0xec, 0x8a, ...Array<number>(10).fill(0)];
  return Uint8Array.from([0x12, 0x54, 0xc3, 0x67, 0x80 | void10.length, ...void10]);
}

/** Where an element says how long it is, and where what it holds begins. */
export type LengthField = { at: number; dataStart: number };

/**
 * Where a stream says how long its `Segment` is. Null where it says that it does not know, or does not begin like a stream.
 *
 * @param head the first bytes of the stream
 */
export function segmentLength(head: Uint8Array): LengthField | null {
  const segmentAt = readElement(head, 0)?.end ?? head.byteLength;
  const segment = readElement(head, segmentAt);
  return segment?.id === SEGMENT_ID && segment.sizeKnown ? lengthOf(segmentAt, segment) : null;
}

/**
 * Where the last cluster says that it is longer than what is there of it: a reader would give up all of it. Null where it does not.
 *
 * @param tail the last bytes of the stream
 */
export function cutOffClusterLength(tail: Uint8Array): LengthField | null {
  for (let at = tail.byteLength - 4; at >= 0; at--) {
    const cluster = clusterAt(tail, at);
    if (cluster) return cluster.sizeKnown && cluster.end > tail.byteLength ? lengthOf(at, cluster) : null;
  }
  return null;
}

function lengthOf(elementAt: number, { dataStart }: Element): LengthField {
  return { at: elementAt + ID_BYTES, dataStart };
}

/** A length in as many bytes as the field has (RFC 8794 §4); null: it is not known. What does not fit is not known either. */
export function lengthBytes({ at, dataStart }: LengthField, length: number | null): Uint8Array {
  const width = dataStart - at;
  const most = 2 ** (7 * width) - 1;
  let value = length === null || length >= most ? most : length;
  const bytes = new Uint8Array(width);
  for (let index = width - 1; index >= 0; index--) {
    bytes[index] = value % 256;
    value = Math.floor(value / 256);
  }
  bytes[0] = (bytes[0] ?? 0) | (0x100 >>> width);
  return bytes;
}
