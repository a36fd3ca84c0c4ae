import { type InputFormat, MP4, QTFF } from "mediabunny";
import { boxesIn, readIndex } from "./mp4-boxes.ts";
import type { PartsStretch } from "./parts-source.ts";

const WAY_TO_DESCRIPTIONS = ["mdia", "minf", "stbl", "stsd"];
/** Version, flags and the count in front of the descriptions (ISO/IEC 14496-12 §8.5.2). */
const COUNT_AT = 4;
const HANDLERS = { vide: "video", soun: "audio" } as const;

type Kind = (typeof HANDLERS)[keyof typeof HANDLERS];

/**
 * Tracks of an MP4 that are described in more than one way: a recorder whose picture changed its size or its codec in between. Players and
 * everything here go by the first description alone.
 */
export async function describedAgain(stretch: PartsStretch, format: InputFormat): Promise<Kind[]> {
  const index = format === MP4 || format === QTFF ? await readIndex(stretch) : null;
  if (!index) return [];
  const kinds = [...boxesIn(index)].flatMap((track) => {
    if (track.name !== "trak" || descriptionsOf(index, track) < 2) return [];
    return kindOf(index, track) ?? [];
  });
  return [...new Set(kinds)];
}

function descriptionsOf(index: Uint8Array, track: Inside): number {
  const box = inside(index, track, WAY_TO_DESCRIPTIONS);
  if (!box || box.end - box.dataStart < COUNT_AT + 4) return 0;
  return new DataView(index.buffer, index.byteOffset + box.dataStart).getUint32(COUNT_AT);
}

function kindOf(index: Uint8Array, track: Inside): Kind | null {
  const handler = inside(index, track, ["mdia", "hdlr"]);
  const name = handler ? Buffer.from(index.subarray(handler.dataStart + 8, handler.dataStart + 12)).toString() : "";
  return name === "vide" || name === "soun" ? HANDLERS[name] : null;
}

type Inside = { dataStart: number; end: number };

/** The first box of each name, each inside the one before. */
function inside(index: Uint8Array, outer: Inside, names: readonly string[]): Inside | null {
  let box: Inside | undefined = outer;
  for (const name of names) box = box && [...boxesIn(index, box.dataStart, box.end)].find((one) => one.name === name);
  return box ?? null;
}
