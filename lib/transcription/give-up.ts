import { transaction } from "../db/client.ts";
import * as tasks from "../db/transcription-tasks.ts";
import type { SpokenTask } from "../sitting/request-transcription.ts";
import { failure } from "../words/happened.ts";
import { afterTranscription } from "./after-transcription.ts";

/** The last attempt to write an answer down was cut short: says so, and nobody waits for it any more. What is done stays. */
export async function giveUp({ answerId, sessionId }: SpokenTask): Promise<void> {
  await transaction(async (tx) => {
    if (await tasks.stop(tx, answerId, "failed", failure("transcription_gave_up")))
      await afterTranscription(tx, sessionId);
  });
}
