import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { Readable } from "node:stream";
import { afterEach, beforeEach, expect, test } from "vitest";
import { openAiTranscriber } from "../ai/openai-transcribe.ts";
import * as analyses from "../db/analyses.ts";
import { db, transaction } from "../db/client.ts";
import { bandOf } from "../domain/standard-error.ts";
import { acceptPart } from "../recording/accept-part.ts";
import { openSegment } from "../recording/open-segment.ts";
import { addAnswer } from "../sitting/add-answer.ts";
import { addQuestion } from "../sitting/add-question.ts";
import { testDatabase } from "../testing/database/database.ts";
import { serverError } from "../testing/provider/mishaps.ts";
import { type Provider, startProvider } from "../testing/provider/provider.ts";
import { testSession } from "../testing/recording-session.ts";
import { getReview } from "../testing/reviewed.ts";
import type { Tools } from "./configured-scorer.ts";
import { hearInChild } from "./hearing/hear-in-child.ts";
import { offlineRubric } from "./rubric/offline-rubric.ts";
import { runAnalysis } from "./run-analysis.ts";

/* An answer that only the recording has: heard by a model on loopback, then scored like any other. */

const MEDIA = new URL("../../e2e/fixtures/media/chrome-webm/segment-1/", import.meta.url).pathname;
const SAID = "Well. I read the query plan first, because guessing wastes time, and then I added the missing index.";

await testDatabase();
let provider: Provider;
beforeEach(async () => {
  const words = SAID.split(" ").map((word, at) => ({ word, start: at / 10, end: (at + 1) / 10 }));
  provider = await startProvider({ transcribe: () => ({ text: SAID, language: "english", words }) });
});
afterEach(() => provider.close());

function hearing(): Tools {
  const endpoint = { baseUrl: provider.baseUrl, apiKey: "key", timeoutMs: 10_000, maxRetries: 0, concurrency: 2 };
  const transcriber = openAiTranscriber({ ...endpoint, transcriptionModel: "ears" });
  return { scorerFor: () => offlineRubric, transcriberFor: () => transcriber, concurrency: () => 2 };
}

async function spokenInterview() {
  const { actor, sessionId, interviewId } = await testSession();
  const segmentIndex = await openSegment(sessionId, { client_key: "one", mime_type: "video/webm;codecs=vp8,opus" });
  let offset = 0;
  for (const [seq, file] of (await readdir(MEDIA)).sort().entries()) {
    const bytes = await readFile(join(MEDIA, file));
    const sha256 = createHash("sha256").update(bytes).digest("hex");
    await acceptPart(
      { sessionId, segmentIndex, seq, offset, length: bytes.byteLength, sha256 },
      Readable.from([bytes]),
    );
    offset += bytes.byteLength;
  }
  const question_data = { text: "How do you find a slow query?", type: "technical", keywords: ["query plan", "index"] };
  const question_id = await addQuestion({ session_id: sessionId, question_data });
  const media = { segment: segmentIndex, offset_ms: 1_000 };
  const answer_data = { text: "", answered_by: "voice", duration: 3, media } as const;
  await addAnswer({ session_id: sessionId, question_id, answer_data });
  const session = { id: sessionId, organizationId: actor.organizationId };
  const analysisId = await transaction((tx) => analyses.createNext(tx, session));
  return { analysisId, review: () => getReview(interviewId, actor) };
}

test("what was heard is scored, says so, and its quotes play from the word that was said", async () => {
  const { analysisId, review } = await spokenInterview();
  await runAnalysis({ analysisId }, hearing());
  const { questions, analysis } = await review();
  expect(analysis).toMatchObject({ status: "completed", calls_summary: { calls: 1 } });
  const scored = questions[0]?.analysis;
  expect(scored).toMatchObject({ status: "assessed", text_source: "transcript" });
  expect(scored?.score).toBeGreaterThan(0);
  const quote = scored?.evidence.find((each) => each.quote.startsWith("I read"));
  expect(quote).toMatchObject({ media_offset_seconds: expect.closeTo(1.1, 1), approximate: false });
  expect(questions[0]?.answer).toMatchObject({ text: "", transcripts: [{ text: SAID, model: "ears" }] });
});

test("its scores are stored and shown with how exact they are, and the seconds they hang on can be played", async () => {
  const { analysisId, review } = await spokenInterview();
  await runAnalysis({ analysisId }, { ...hearing(), hear: hearInChild });
  const stored = await db().analysis.findUniqueOrThrow({ where: { id: analysisId }, include: { scores: true } });
  expect(stored.overallStandardError).toBeGreaterThan(0);
  const technical = stored.scores.find(({ criterion }) => criterion === "technical");
  expect(technical?.standardError).toBeGreaterThan(0);
  const { questions, analysis } = await review();
  expect(analysis?.overall_band).toEqual(bandOf(stored.overallScore, stored.overallStandardError));
  expect(analysis?.bands.technical).toEqual(bandOf(technical?.score ?? null, technical?.standardError ?? null));
  expect(analysis?.recommendation).toBe("needs_review");
  const [{ listen = [], band = null } = {}] = questions.flatMap((each) => each.analysis ?? []);
  expect(band).not.toBeNull();
  expect(listen.length).toBeGreaterThan(0);
  for (const { text, media_offset_seconds } of listen) {
    const word = SAID.split(" ").indexOf(text.split(" ")[0] ?? "");
    expect(media_offset_seconds).toBeCloseTo(1 + word / 10, 1);
  }
});

test("heard once it is not sent again, whoever scores it next", async () => {
  const { analysisId } = await spokenInterview();
  await runAnalysis({ analysisId }, hearing());
  const { sessionId, organizationId } = await db().analysis.findUniqueOrThrow({ where: { id: analysisId } });
  const again = await transaction((tx) => analyses.createNext(tx, { id: sessionId, organizationId }));
  await runAnalysis({ analysisId: again }, hearing());
  expect(provider.requests).toHaveLength(1);
});

test("a model that cannot be reached leaves its reason and no number", async () => {
  provider.misbehave(() => serverError);
  const { analysisId, review } = await spokenInterview();
  await runAnalysis({ analysisId }, hearing());
  const { analysis } = await review();
  expect(analysis).toMatchObject({ status: "failed", overall_score: null, error: expect.stringMatching(/\w+ .*\.$/) });
});

test("where nothing is transcribed, the answer waits for a person", async () => {
  const { analysisId, review } = await spokenInterview();
  await runAnalysis({ analysisId }, { ...hearing(), transcriberFor: () => null });
  const { questions, analysis } = await review();
  expect(analysis).toMatchObject({ status: "completed", overall_score: null, recommendation: "needs_review" });
  expect(questions[0]?.analysis).toMatchObject({ status: "not_assessed", text_source: null, score: null });
});
