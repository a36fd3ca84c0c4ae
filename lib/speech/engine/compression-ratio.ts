import { deflateSync } from "node:zlib";

/** Less text packs badly whatever it says. */
const LEAST_BYTES = 100;

/** How far a text can be packed, as Whisper measures it (openai/whisper, utils.py: UTF-8 length by zlib length); null of too little text. */
export function compressionRatio(text: string): number | null {
  const bytes = Buffer.from(text);
  return bytes.length < LEAST_BYTES ? null : bytes.length / deflateSync(bytes).length;
}
