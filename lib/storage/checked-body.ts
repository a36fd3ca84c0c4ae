import { createHash } from "node:crypto";
import { otherHash, otherLength, tooLarge } from "./refusals.ts";
import type { AnnouncedPart } from "./storage.ts";

/**
 * Passes a part's chunks on while counting and hashing them; stops at the first byte too many.
 *
 * @throws AppError `body_too_large`, or `part_otherHash, otherLength` unless it ends as exactly what was announced: what was passed on must not be kept
 */
export async function* checkedBody(
  body: AsyncIterable<Uint8Array>,
  announced: AnnouncedPart,
): AsyncGenerator<Uint8Array> {
  const hash = createHash("sha256");
  let length = 0;
  for await (const chunk of body) {
    length += chunk.byteLength;
    if (length > announced.maxBytes) throw tooLarge(announced);
    if (length > announced.length) throw otherLength(length, announced);
    hash.update(chunk);
    yield chunk;
  }
  if (length !== announced.length) throw otherLength(length, announced);
  if (hash.digest("hex") !== announced.sha256) throw otherHash();
}
