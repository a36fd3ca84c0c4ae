import { type CallDescription, type CallLog, callKey } from "../ai/call-log.ts";
import type { ChatAnswer } from "../ai/chat.ts";
import { extractJson } from "../ai/extract-json.ts";
import { type CallRow, find, type NewCall, noteVerification, store } from "../db/analysis-calls.ts";
import { db } from "../db/client.ts";

type Paying = { analysisId: string; runId: string };

/**
 * The calls of a run, kept in the database: one that is finished is never made again, whichever process asks, and however
 * often the job was killed in between. What is under way when a process dies is made again: its answer never arrived.
 */
export function storedCalls({ analysisId, runId }: Paying): CallLog {
  const underWay = new Map<string, Promise<ChatAnswer & { callId: string }>>();

  async function findOrMake(key: string, call: CallDescription, make: () => Promise<ChatAnswer>) {
    const known = await find(db(), runId, key);
    if (known) return fromRow(known);
    const answer = await make();
    return fromRow(await store(db(), { analysisId, runId, key, ...toRow(call, answer) }), answer);
  }

  return {
    once(call, make) {
      const key = callKey(call);
      const answer = underWay.get(key) ?? findOrMake(key, call, make).finally(() => underWay.delete(key));
      underWay.set(key, answer);
      return answer;
    },
    noteVerification: (callId, verification) => noteVerification(db(), callId, verification),
  };
}

function toRow({ purpose, questionId, sample, request, versions }: CallDescription, answer: ChatAnswer) {
  return {
    purpose,
    questionId,
    sample,
    host: answer.host,
    requestedModel: request.model,
    returnedModel: answer.returnedModel,
    requestId: answer.requestId,
    promptVersion: versions.prompt,
    rubricVersion: versions.rubric,
    scorerVersion: versions.scorer,
    parametersSent: answer.parametersSent as NewCall["parametersSent"],
    parametersDropped: answer.parametersDropped,
    rawOutput: answer.text,
    inputTokens: answer.inputTokens,
    outputTokens: answer.outputTokens,
    cost: answer.cost,
    latencyMs: answer.latencyMs,
    retries: answer.retries,
  };
}

/**
 * A stored call as its answer. Its JSON is read from the raw output again, as the first time.
 * @param fresh the answer itself, when this process made the call
 */
function fromRow(row: CallRow, fresh?: ChatAnswer): ChatAnswer & { callId: string } {
  return {
    callId: row.id,
    text: row.rawOutput,
    json: fresh && fresh.text === row.rawOutput ? fresh.json : (extractJson(row.rawOutput) ?? null),
    host: row.host,
    returnedModel: row.returnedModel,
    requestId: row.requestId,
    parametersSent: row.parametersSent as Record<string, unknown>,
    parametersDropped: row.parametersDropped,
    inputTokens: row.inputTokens,
    outputTokens: row.outputTokens,
    cost: row.cost,
    latencyMs: row.latencyMs,
    retries: row.retries,
  };
}
