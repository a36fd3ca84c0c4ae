import { runAnalysis } from "../../analysis/run-analysis.ts";
import type { Scorer } from "../../analysis/scorer.ts";
import * as analyses from "../../db/analyses.ts";
import { transaction } from "../../db/client.ts";
import { type PendingAnalysis, readAnalysis, using } from "./analyses.ts";

/** The next analysis of the same session, made by this scorer. */
export async function rescoredBy({ sessionId, organizationId }: PendingAnalysis, scorer: Scorer) {
  const analysisId = await transaction((tx) => analyses.createNext(tx, { id: sessionId, organizationId }));
  const next = { analysisId, sessionId, organizationId };
  await runAnalysis(next, using(scorer));
  return readAnalysis(next);
}
