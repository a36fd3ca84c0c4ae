import { db, transaction } from "../db/client.ts";
import * as segments from "../db/segments.ts";
import { addJob } from "../queue/add-job.ts";
import { finalizeRecording } from "./finalize-recording.ts";
import { oneAtATime } from "./one-at-a-time.ts";

/** Some ten minutes of HD: joined within three seconds, so nobody waits long behind one of these. */
const SHORT_BYTES = 200e6;
/** Somebody else joins it now: what they do not see is joined after them. */
const AGAIN_WITHIN_SECONDS = 5;

type Data = { sessionId: string };

/** A short recording is joined; a long one becomes the other job, where it keeps none of them waiting. */
export async function finalizeShort(data: Data): Promise<void> {
  if ((await segments.receivedBytes(db(), data.sessionId)) > SHORT_BYTES) await put("recording.finalize-long", data);
  else await finalizeAny(data);
}

export async function finalizeAny(data: Data): Promise<void> {
  const done = await oneAtATime(data.sessionId, () => finalizeRecording(data));
  if (!done) await put("recording.finalize", data);
}

function put(job: "recording.finalize" | "recording.finalize-long", data: Data): Promise<void> {
  return transaction((tx) => addJob(tx, job, data, { key: data.sessionId, withinSeconds: AGAIN_WITHIN_SECONDS }));
}
