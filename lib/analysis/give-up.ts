import * as analyses from "../db/analyses.ts";
import { transaction } from "../db/client.ts";
import { failure } from "../words/happened.ts";
import { fail } from "./end-analysis.ts";

/** The last attempt to score an analysis was cut short, as by a process that died: says so. A finished one stays. */
export async function giveUp({ analysisId }: { analysisId: string }): Promise<void> {
  await transaction(async (tx) => {
    if (!(await analyses.claim(tx, analysisId))) return;
    await fail(tx, analysisId, failure("gave_up"));
  });
}
