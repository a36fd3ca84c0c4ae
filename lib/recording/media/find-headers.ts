import { type PartsStretch, readStretch } from "./parts-source.ts";

/* Where a recorder begins to write a file. A client that starts its recorder anew and goes on counting parts sends two files as one segment. */

/** Enough for the longest beginning that is looked at: an `ftyp` box and the name of the one behind it. */
const LOOK_AHEAD_BYTES = 512;

type Header = { begins: Buffer; at: (found: number) => number; isOne: (bytes: Buffer, at: number) => boolean };

const HEADERS: readonly Header[] = [
  // EBML with its document type (RFC 8794 §11.2)
  { begins: Buffer.from([0x1a, 0x45, 0xdf, 0xa3]), at: (found) => found, isOne: isMatroskaHeader },
  // ISO/IEC 14496-12 §4.3: the box's length stands before its name
  { begins: Buffer.from("ftyp"), at: (found) => found - 4, isOne: isFileType },
  // RFC 3533 §6: the first page of a stream says so
  { begins: Buffer.from("OggS"), at: (found) => found, isOne: (bytes, at) => bytes[at + 4] === 0 },
];

/** Where files begin in a stretch, in order. */
export async function findHeaders(stretch: PartsStretch): Promise<number[]> {
  const found = new Set<number>();
  let lastPageBegins = true; // several streams of one Ogg file begin side by side
  let rest = Buffer.alloc(0);
  let start = 0;
  const search = (bytes: Buffer, until: number) => {
    for (const header of HEADERS) {
      for (let hit = bytes.indexOf(header.begins); hit >= 0; hit = bytes.indexOf(header.begins, hit + 1)) {
        const at = header.at(hit);
        if (at < 0 || at >= until || !header.isOne(bytes, at)) continue;
        if (header.begins.toString() !== "OggS") found.add(start + at);
        else {
          const begins = ((bytes[at + 5] ?? 0) & 2) !== 0;
          if (begins && (!lastPageBegins || start + at === 0)) found.add(start + at);
          lastPageBegins = begins;
        }
      }
    }
  };
  for await (const chunk of readStretch(stretch)) {
    const bytes = Buffer.concat([rest, chunk]);
    const until = Math.max(0, bytes.byteLength - LOOK_AHEAD_BYTES);
    search(bytes, until);
    rest = bytes.subarray(until);
    start += until;
  }
  search(rest, rest.byteLength);
  return [...found].sort((a, b) => a - b);
}

function isMatroskaHeader(bytes: Buffer, at: number): boolean {
  return /webm|matroska/.test(bytes.toString("latin1", at + 4, at + 64));
}

/** The length of a type and a few brands, and another box behind it. */
function isFileType(bytes: Buffer, at: number): boolean {
  const length = bytes.readUInt32BE(at);
  if (length < 16 || length > LOOK_AHEAD_BYTES - 8) return false;
  const next = bytes.toString("latin1", at + length + 4, at + length + 8);
  return next === "" || /^[a-z]{4}$/.test(next);
}
