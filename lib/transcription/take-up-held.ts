import { db, transaction } from "../db/client.ts";
import * as tasks from "../db/transcription-tasks.ts";
import { addJob } from "../queue/add-job.ts";
import { canTranscribe, type LocalSpeech } from "./local-speech.ts";

/** So many at a time, the oldest first; the next look takes up the rest. */
const AT_ONCE = 500;

/**
 * What was held for want of a model is heard once there is one for its language. Done by several workers at once it is done once.
 * @returns how many were taken up
 */
export async function takeUpHeld(speech: LocalSpeech): Promise<number> {
  let taken = 0;
  for (const language of await tasks.heldLanguages(db())) {
    if (!canTranscribe(await speech.transcriberFor(language))) continue;
    taken += await transaction(async (tx) => {
      const held = await tasks.takeUp(tx, language, AT_ONCE);
      for (const task of held) await addJob(tx, "transcription.run", task);
      return held.length;
    });
  }
  return taken;
}
