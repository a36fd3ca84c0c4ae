import { Readable } from "node:stream";
import { streamBody } from "../exports/stream-body.ts";

/** Small pieces go out together. */
const CHUNK_CHARACTERS = 64 * 1024;

/** Nothing is written before it is asked for. */
const AHEAD = { objectMode: false, highWaterMark: 1 };

/** Answers with JSON that is written while it is sent; whoever reads slowly costs no memory, and who goes away ends it. */
export function streamJson(text: AsyncIterable<string>): Response {
  return new Response(streamBody(Readable.from(gathered(text), AHEAD)), {
    headers: { "content-type": "application/json", "cache-control": "no-store" },
  });
}

async function* gathered(pieces: AsyncIterable<string>): AsyncGenerator<Buffer> {
  let text = "";
  for await (const piece of pieces) {
    text += piece;
    if (text.length < CHUNK_CHARACTERS) continue;
    yield Buffer.from(text);
    text = "";
  }
  if (text !== "") yield Buffer.from(text);
}
