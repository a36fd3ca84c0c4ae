import { transaction } from "../db/client.ts";
import * as recordings from "../db/recordings.ts";
import { event } from "../words/happened.ts";

/** The last attempt to make a recording's file has failed: says so. A late part, or a person, can have it tried anew. */
export async function giveUp({ sessionId }: { sessionId: string }): Promise<void> {
  await transaction((tx) => recordings.fail(tx, sessionId, event("recording_gave_up")));
}
