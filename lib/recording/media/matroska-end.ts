/**
 * Chromium cuts its WebM and Matroska slices wherever its buffer happens to end, usually one byte into a block. When no later slice ever
 * comes, that stump makes a reader give up the whole last cluster, up to some seconds. So the stump is left out.
 */

const CLUSTER_ID = 0x1f43b675;
const TIMESTAMP_ID = 0xe7;

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

/** Where the children of the last cluster begin, if it is one of unknown length. Its first child is always its timestamp. */
function lastLiveCluster(tail: Uint8Array): number | null {
  for (let at = tail.byteLength - 4; at >= 0; at--) {
    if (tail[at] !== CLUSTER_ID >>> 24) continue;
    const header = readElement(tail, at);
    if (header?.id !== CLUSTER_ID) continue;
    const first = readElement(tail, header.dataStart);
    if (header.dataStart < tail.byteLength && first?.id !== TIMESTAMP_ID) continue;
    return header.sizeKnown ? null : header.dataStart;
  }
  return null;
}

type Element = { id: number; sizeKnown: boolean; dataStart: number; end: number };

/** An EBML element's header (RFC 8794), or null where the bytes end within it. */
function readElement(bytes: Uint8Array, position: number): Element | null {
  const idLength = lengthOfNumber(bytes[position]);
  const sizeAt = position + idLength;
  const sizeLength = lengthOfNumber(bytes[sizeAt]);
  const dataStart = sizeAt + sizeLength;
  if (idLength === 0 || sizeLength === 0 || dataStart > bytes.byteLength) return null;

  const id = readNumber(bytes, position, idLength);
  const marker = 2 ** (7 * sizeLength);
  const size = readNumber(bytes, sizeAt, sizeLength) - marker;
  const sizeKnown = size !== marker - 1; // all ones: unknown, because the recorder was still recording
  return { id, sizeKnown, dataStart, end: sizeKnown ? dataStart + size : dataStart };
}

/** The number of leading zero bits of the first byte says how many bytes follow it. */
function lengthOfNumber(firstByte: number | undefined): number {
  return firstByte ? Math.clz32(firstByte) - 23 : 0;
}

/** Not by shifting: eight bytes do not fit in 32 bits. */
function readNumber(bytes: Uint8Array, position: number, length: number): number {
  let value = 0;
  for (let index = 0; index < length; index++) value = value * 256 + (bytes[position + index] ?? 0);
  return value;
}
