import type { EncodedPacket, VideoCodec } from "mediabunny";

/** What a key frame says of its picture, in front of it. */
type Units = {
  typeOf(firstByte: number): number;
  /** Sequence parameter sets: they hold the size. */
  isSet(type: number): boolean;
  isPicture(type: number): boolean;
  /** Where in the decoder's configuration stands how long each unit's length is. */
  lengthAt: number;
};

/**
 * H.264 (§7.4.1, table 7-1) and H.265 (§7.4.2.2, table 7-1) describe their picture in parameter sets, which a recorder sends again when
 * the size changes. Other codecs say their size in each key frame, which every player minds. ISO/IEC 14496-15 has the places.
 */
const UNITS: Partial<Record<VideoCodec, Units>> = {
  avc: {
    typeOf: (byte) => byte & 0x1f,
    isSet: (type) => type === 7,
    isPicture: (type) => type >= 1 && type <= 5,
    lengthAt: 4,
  },
  hevc: {
    typeOf: (byte) => (byte >> 1) & 0x3f,
    isSet: (type) => type === 33,
    isPicture: (type) => type < 32,
    lengthAt: 21,
  },
};

/** Looks at a track's packets, one after the other, and says whether one is described differently from those before. */
export function watchPicture(
  codec: VideoCodec,
  { description }: VideoDecoderConfig,
): (packet: EncodedPacket) => boolean {
  const units = UNITS[codec];
  if (!units) return () => false;
  const record = description ? bytesOf(description) : null;
  const lengthBytes = record ? ((record[units.lengthAt] ?? 3) & 3) + 1 : null;
  let before = record && codec === "avc" ? setsOfRecord(record) : "";
  return ({ type, data }) => {
    const now = type === "key" ? setsBefore(lengthBytes ? measured(data, lengthBytes) : marked(data), units) : "";
    const changed = before !== "" && now !== "" && before !== now;
    before = now || before;
    return changed;
  };
}

/** The parameter sets in front of the first picture. */
function setsBefore(found: Iterable<Uint8Array>, { typeOf, isSet, isPicture }: Units): string {
  const sets = new Set<string>();
  for (const unit of found) {
    const type = typeOf(unit[0] ?? 0);
    if (isPicture(type)) break;
    if (isSet(type)) sets.add(Buffer.from(unit).toString("hex"));
  }
  return [...sets].join();
}

/** ISO/IEC 14496-15 §5.3.3.1: how many, and each with its length in two bytes. */
function setsOfRecord(record: Uint8Array): string {
  const sets: string[] = [];
  let at = 6;
  for (let left = (record[5] ?? 0) & 0x1f; left > 0; left--) {
    const end = at + 2 + (record[at] ?? 0) * 256 + (record[at + 1] ?? 0);
    sets.push(Buffer.from(record.subarray(at + 2, end)).toString("hex"));
    at = end;
  }
  return sets.join();
}

/** Units with their length in front. */
function* measured(data: Uint8Array, lengthBytes: number): Generator<Uint8Array> {
  for (let at = 0; at + lengthBytes < data.byteLength; ) {
    const start = at + lengthBytes;
    const length = Buffer.from(data.subarray(at, start)).readUIntBE(0, lengthBytes);
    yield data.subarray(start, start + length);
    at = start + length;
  }
}

/** Units with a mark in front (H.264 annex B): zero, zero, one. Zeros behind a unit are no part of it. */
function* marked(data: Uint8Array): Generator<Uint8Array> {
  const mark = Buffer.from([0, 0, 1]);
  const bytes = Buffer.from(data.buffer, data.byteOffset, data.byteLength);
  for (let at = bytes.indexOf(mark); at >= 0; ) {
    const next = bytes.indexOf(mark, at + mark.byteLength);
    let end = next < 0 ? bytes.byteLength : next;
    while (end > at + mark.byteLength && bytes[end - 1] === 0) end--;
    yield bytes.subarray(at + mark.byteLength, end);
    at = next;
  }
}

function bytesOf(source: AllowSharedBufferSource): Uint8Array {
  return ArrayBuffer.isView(source)
    ? new Uint8Array(source.buffer, source.byteOffset, source.byteLength)
    : new Uint8Array(source);
}
