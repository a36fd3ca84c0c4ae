import { type InputFormat, MP4, QTFF } from "mediabunny";
import { readElement, SEGMENT_ID } from "./matroska-elements.ts";
import { cutOffClusterLength } from "./matroska-end.ts";
import { type PartsStretch, readBytes, tailOf } from "./parts-source.ts";
import { isMatroska } from "./resume-after-hole.ts";

const HEADER_BYTES = 16;

/** Whether what the file says of itself reaches beyond its last byte: it was cut short, and what is missing cannot be read. */
export async function breaksOff(stretch: PartsStretch, format: InputFormat): Promise<boolean> {
  if (format === MP4 || format === QTFF) return boxesBreakOff(stretch);
  if (!isMatroska(format)) return false;
  return (await elementsBreakOff(stretch)) || cutOffClusterLength(await tailOf(stretch)) !== null;
}

/** Box by box (ISO/IEC 14496-12 §4.2): each says how long it is. */
async function boxesBreakOff(stretch: PartsStretch): Promise<boolean> {
  for (let at = 0; at < stretch.sizeBytes; ) {
    const header = await readBytes(stretch, at, at + HEADER_BYTES);
    if (header.byteLength < 8) return true;
    const view = new DataView(header.buffer, header.byteOffset, header.byteLength);
    const short = view.getUint32(0);
    if (short === 0) return false; // it reaches to the end, however far that is
    if (short === 1 && header.byteLength < HEADER_BYTES) return true;
    const length = short === 1 ? Number(view.getBigUint64(8)) : short;
    if (length < 8) return true;
    at += length;
    if (at > stretch.sizeBytes) return true;
  }
  return false;
}

/** Recorders that still record say nothing of their lengths; who says it means it. */
async function elementsBreakOff(stretch: PartsStretch): Promise<boolean> {
  let at = 0;
  for (let level = 0; level < 2; level++) {
    const bytes = await readBytes(stretch, at, at + HEADER_BYTES);
    const element = readElement(bytes, 0);
    if (!element) return false;
    if (element.sizeKnown && at + element.end > stretch.sizeBytes) return true;
    if (element.id === SEGMENT_ID) return false;
    at += element.end;
  }
  return false;
}
