import type { z } from "zod";
import type { MediaMark as MediaMarkOnWire } from "../contract/interview.ts";
import type { MediaMark } from "../domain/media-time.ts";

/** The wire's mark as it is stored; without one both parts are null. */
export function toMark(media: z.infer<typeof MediaMarkOnWire> | null | undefined): MediaMark {
  return { segmentIndex: media?.segment ?? null, segmentOffsetMs: media?.offset_ms ?? null };
}
