import { type PartsStretch, readBytes } from "./parts-source.ts";

/* The boxes that MP4 and QuickTime are made of (ISO/IEC 14496-12 §4.2), as far as they are needed here. */

const HEADER_BYTES = 16;
/** An index of three hours takes a few megabytes. */
const LONGEST_INDEX_BYTES = 32 * 1024 ** 2;

export type Box = {
  name: string;
  dataStart: number /** What it says: it may lie beyond what is there. */;
  end: number;
};

/** The box whose header begins here, or null where that is none. One that reaches to the end, however far that is, ends at `until`. */
export function boxAt(bytes: Uint8Array, at: number, until: number): Box | null {
  if (bytes.byteLength - at < 8) return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset + at, bytes.byteLength - at);
  const short = view.getUint32(0);
  if (short === 1 && view.byteLength < HEADER_BYTES) return null;
  const length = short === 1 ? Number(view.getBigUint64(8)) : short;
  if (short === 0) return { name: nameOf(bytes, at), dataStart: at + 8, end: Math.max(at + 8, until) };
  if (length < 8) return null;
  return { name: nameOf(bytes, at), dataStart: at + (short === 1 ? HEADER_BYTES : 8), end: at + length };
}

/** The boxes of a file, one behind the other; null, and no more, where one should begin and none does. */
export async function* boxesOf(stretch: PartsStretch): AsyncGenerator<Box | null> {
  for (let at = 0; at < stretch.sizeBytes; ) {
    const box = boxAt(await readBytes(stretch, at, at + HEADER_BYTES), 0, stretch.sizeBytes - at);
    if (!box) return yield null;
    yield { ...box, dataStart: at + box.dataStart, end: at + box.end };
    at += box.end;
  }
}

/** The boxes within some bytes. */
export function* boxesIn(bytes: Uint8Array, from = 0, until = bytes.byteLength): Generator<Box> {
  for (let box = boxAt(bytes, from, until); box && box.end <= until; box = boxAt(bytes, box.end, until)) yield box;
}

/** What a file says of its tracks: its `moov` box, or null where there is none, or it is cut short or longer than any is. */
export async function readIndex(stretch: PartsStretch): Promise<Uint8Array | null> {
  for await (const box of boxesOf(stretch)) {
    if (box?.name !== "moov") continue;
    const fits = box.end <= stretch.sizeBytes && box.end - box.dataStart <= LONGEST_INDEX_BYTES;
    return fits ? readBytes(stretch, box.dataStart, box.end) : null;
  }
  return null;
}

function nameOf(bytes: Uint8Array, at: number): string {
  return String.fromCharCode(...bytes.subarray(at + 4, at + 8));
}
