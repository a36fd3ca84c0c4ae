import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { Readable } from "node:stream";
import { afterAll, afterEach, beforeEach, expect, test } from "vitest";
import { openAiTranscriber } from "../ai/openai-transcribe.ts";
import * as analyses from "../db/analyses.ts";
import { db, transaction } from "../db/client.ts";
import { eventMessage } from "../present/events.ts";
import { stopBoss } from "../queue/boss.ts";
import { acceptPart } from "../recording/accept-part.ts";
import { openSegment } from "../recording/open-segment.ts";
import { addAnswer } from "../sitting/add-answer.ts";
import { addQuestion } from "../sitting/add-question.ts";
import { testDatabase } from "../testing/database/database.ts";
import { type Provider, startProvider } from "../testing/provider/provider.ts";
import { testSession } from "../testing/recording-session.ts";
import type { Tools } from "./configured-scorer.ts";
import { hearLateSound } from "./hear-late-sound.ts";
import { offlineRubric } from "./rubric/offline-rubric.ts";
import { runAnalysis } from "./run-analysis.ts";

const MEDIA = new URL("../../e2e/fixtures/media/chrome-webm/segment-1/", import.meta.url).pathname;

await testDatabase();
let provider: Provider;
beforeEach(async () => {
  provider = await startProvider({ transcribe: () => ({ text: "I read the query plan first.", language: "english" }) });
});
afterEach(() => provider.close());
afterAll(() => stopBoss());

function hearing(): Tools {
  const endpoint = { baseUrl: provider.baseUrl, apiKey: "key", timeoutMs: 10_000, maxRetries: 0, concurrency: 2 };
  const transcriber = openAiTranscriber({ ...endpoint, transcriptionModel: "ears" });
  return {
    scorerFor: () => offlineRubric,
    transcriberFor: (requested) => (requested === "offline" ? null : transcriber),
    concurrency: () => 2,
  };
}

/** An analysed interview with one answer at its beginning and one further on, of whose recording some parts have not come. */
async function analysed(without: readonly number[]) {
  const { actor, sessionId } = await testSession();
  const segmentIndex = await openSegment(sessionId, { client_key: "one", mime_type: "video/webm;codecs=vp8,opus" });
  const send = async (left: readonly number[] = []) => {
    let offset = 0;
    for (const [seq, file] of (await readdir(MEDIA)).sort().entries()) {
      const bytes = await readFile(join(MEDIA, file));
      const sha256 = createHash("sha256").update(bytes).digest("hex");
      const part = { sessionId, segmentIndex, seq, offset, length: bytes.byteLength, sha256 };
      if (!left.includes(seq)) await acceptPart(part, Readable.from([bytes]));
      offset += bytes.byteLength;
    }
  };
  await send(without);
  for (const [offset_ms, duration] of [
    [200, 1],
    [2_000, 5],
  ] as const) {
    const question_id = await addQuestion({ session_id: sessionId, question_data: { text: "And then?" } });
    const media = { segment: segmentIndex, offset_ms };
    const answer_data = { text: "", answered_by: "voice", duration, media } as const;
    await addAnswer({ session_id: sessionId, question_id, answer_data });
  }
  const session = { id: sessionId, organizationId: actor.organizationId };
  const analysisId = await transaction((tx) => analyses.createNext(tx, session));
  await runAnalysis({ analysisId }, hearing());
  return { sessionId, send };
}

const versionsOf = (sessionId: string) => db().analysis.findMany({ where: { sessionId }, orderBy: { version: "asc" } });
const jobsOf = (key: string, value: string) =>
  db().$queryRaw<{ name: string; later: boolean }[]>`
    SELECT name, start_after > now() + interval '20 seconds' AS later FROM pgboss.job WHERE data->>${key} = ${value}
    AND name LIKE 'analysis%'`;

test("late sound makes a new version, which pays for the answer that changed and for no other", async () => {
  const { sessionId, send } = await analysed([4, 5, 6, 7]);
  expect(provider.requests).toHaveLength(2);
  await send();
  await hearLateSound({ sessionId }, hearing());
  const [first, second] = await versionsOf(sessionId);
  expect(second).toMatchObject({ version: 2, status: "pending", requestedById: null, runId: first?.runId });
  expect(await jobsOf("analysisId", second?.id ?? "")).toMatchObject([{ name: "analysis.run" }]);
  const told = await db().sessionEvent.findFirstOrThrow({ where: { sessionId, code: "late_sound" } });
  expect(eventMessage(told)).toMatch(/: 1\.$/);

  await runAnalysis({ analysisId: second?.id ?? "" }, hearing());
  expect(provider.requests).toHaveLength(3);
  await hearLateSound({ sessionId }, hearing());
  expect((await versionsOf(sessionId)).map(({ status }) => status)).toEqual(["completed", "completed"]);
});

test("parts that change no answer make no new version", async () => {
  const { sessionId, send } = await analysed([7]);
  await db().answer.updateMany({ where: { sessionId, durationSeconds: 5 }, data: { durationSeconds: 2 } });
  const analysisId = await transaction(async (tx) => {
    const { organizationId } = await tx.session.findUniqueOrThrow({ where: { id: sessionId } });
    return analyses.createNext(tx, { id: sessionId, organizationId });
  });
  await runAnalysis({ analysisId }, hearing());
  const before = provider.requests.length;
  await send();
  await hearLateSound({ sessionId }, hearing());
  expect(await versionsOf(sessionId)).toHaveLength(2);
  expect(provider.requests).toHaveLength(before);
});

test("an analysis that is being made is waited for", async () => {
  const { sessionId, send } = await analysed([4, 5]);
  await send();
  await db().analysis.updateMany({ where: { sessionId }, data: { status: "processing" } });
  await hearLateSound({ sessionId }, hearing());
  expect(await versionsOf(sessionId)).toHaveLength(1);
  expect(await jobsOf("sessionId", sessionId)).toEqual([{ name: "analysis.hear-late-sound", later: true }]);
});

test.each([
  ["is still to begin", { status: "pending" }],
  ["failed, and hears all of it when it is tried again", { status: "failed" }],
  ["somebody wanted without asking anybody", { requestedScorer: "offline" }],
] as const)("an analysis that %s is left alone", async (_, data) => {
  const { sessionId, send } = await analysed([4, 5]);
  await send();
  await db().analysis.updateMany({ where: { sessionId }, data });
  await hearLateSound({ sessionId }, hearing());
  expect(await versionsOf(sessionId)).toHaveLength(1);
  expect(await jobsOf("sessionId", sessionId)).toEqual([]);
});
