import { type InputFormat, MP4, QTFF } from "mediabunny";
import { readElement, SEGMENT_ID } from "./matroska-elements.ts";
import { cutOffClusterLength } from "./matroska-end.ts";
import { boxesOf } from "./mp4-boxes.ts";
import { type PartsStretch, readBytes, tailOf } from "./parts-source.ts";
import { isMatroska } from "./resume-after-hole.ts";

const HEADER_BYTES = 16;

/** Whether what the file says of itself reaches beyond its last byte: it was cut short, and what is missing cannot be read. */
export async function breaksOff(stretch: PartsStretch, format: InputFormat): Promise<boolean> {
  if (format === MP4 || format === QTFF) return boxesBreakOff(stretch);
  if (!isMatroska(format)) return false;
  return (await elementsBreakOff(stretch)) || cutOffClusterLength(await tailOf(stretch)) !== null;
}

/** Box by box: each says how long it is. */
async function boxesBreakOff(stretch: PartsStretch): Promise<boolean> {
  for await (const box of boxesOf(stretch)) if (!box || box.end > stretch.sizeBytes) return true;
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
