import { transaction } from "../db/client.ts";
import * as tasks from "../db/transcription-tasks.ts";
import { addJob } from "../queue/add-job.ts";

/** A model that has come hears at once what waited for one: so many answers, the oldest first; the rest by the next call. */
const AT_ONCE = 1_000;

/** What was held for want of a model is looked at again. Asked for twice it is done once. */
export async function takeUpHeld(): Promise<void> {
  await transaction(async (tx) => {
    for (const task of await tasks.listHeld(tx, AT_ONCE)) await addJob(tx, "transcription.run", task);
  });
}
