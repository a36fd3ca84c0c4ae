import { event } from "../../words/happened.ts";
import { JoinError } from "./join-error.ts";
import { inspectSegment } from "./segment-media.ts";
import { writeVerified } from "./write-verified.ts";

/**
 * Copies a finished recording into an MP4, packet by packet, and opens it again to be sure.
 *
 * @throws JoinError, or the disk's error
 */
export async function copyToMp4(path: string, outputPath: string): Promise<void> {
  const media = await inspectSegment([path]);
  if (!media) throw new JoinError(event("recording_nothing_readable:whole"));
  await writeVerified(outputPath, [{ index: 0, media }], { into: "mp4" });
}
