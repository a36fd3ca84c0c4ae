import { transaction } from "../db/client.ts";
import * as recordings from "../db/recordings.ts";

/** The last attempt to make a recording's file has failed: says so. A late part, or a person, can have it tried anew. */
export async function giveUp({ sessionId }: { sessionId: string }): Promise<void> {
  const reason = "The recording could not be prepared because of an error on our side.";
  await transaction((tx) => recordings.fail(tx, sessionId, reason));
}
