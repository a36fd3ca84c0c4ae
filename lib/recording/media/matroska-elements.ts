/* The elements that Matroska and WebM are made of (RFC 8794, RFC 9559), as far as they are needed here. */

export const SEGMENT_ID = 0x18538067;
const CLUSTER_ID = 0x1f43b675;
const TIMESTAMP_ID = 0xe7;

/** The cluster that begins here, or null. Its first child is always its timestamp; only the very last one has none yet. */
export function clusterAt(bytes: Uint8Array, at: number): Element | null {
  if (bytes[at] !== CLUSTER_ID >>> 24) return null;
  const header = readElement(bytes, at);
  if (header?.id !== CLUSTER_ID) return null;
  if (header.dataStart === bytes.byteLength) return header;
  return readElement(bytes, header.dataStart)?.id === TIMESTAMP_ID ? header : null;
}

export type Element = { id: number; sizeKnown: boolean; dataStart: number; end: number };

/** An EBML element's header (RFC 8794), or null where the bytes end within it. */
export function readElement(bytes: Uint8Array, position: number): Element | null {
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
