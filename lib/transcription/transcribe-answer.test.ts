import { afterEach, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { ProviderError } from "../ai/chat.ts";
import type { Transcriber } from "../ai/transcribe.ts";
import type { Tools } from "../analysis/configured-scorer.ts";
import { hearLateSound } from "../analysis/hear-late-sound.ts";
import { hearNewWords } from "../analysis/hear-new-words.ts";
import { rescore } from "../analysis/rescore.ts";
import { offlineRubric } from "../analysis/rubric/offline-rubric.ts";
import { runAnalysis } from "../analysis/run-analysis.ts";
import { db } from "../db/client.ts";
import * as tasks from "../db/transcription-tasks.ts";
import { boss } from "../queue/boss.ts";
import { correctWords } from "../sitting/correct-words.ts";
import { endSession } from "../sitting/end-session.ts";
import type { SpokenTask } from "../sitting/request-transcription.ts";
import { testDatabase } from "../testing/database/database.ts";
import { recorded } from "../testing/recorded-sitting.ts";
import { failure } from "../words/happened.ts";
import { giveUp } from "./give-up.ts";
import type { LocalSpeech, NoTranscriber } from "./local-speech.ts";
import { takeUpHeld } from "./take-up-held.ts";
import { transcribeAnswer } from "./transcribe-answer.ts";

/* Spoken answers on their way to words and scores, with whatever hears them in place of an engine. */

// Answers ask for their words. Before anything reads the environment.
vi.hoisted(() => {
  process.env.SPEECH_MODEL = "default";
});
await testDatabase();
beforeAll(() => boss()); // makes its tables

const SAID = "I read the query plan first, because guessing wastes time, and then I added the missing index.";
const MEDIA = "chrome-webm/segment-0";
const WAIT_MS = 1_800_000;

let hearing: () => Promise<string>;
let heard: number;
beforeEach(() => {
  heard = 0;
  hearing = async () => JSON.stringify({ text: SAID, language: "en", words: [{ word: "I", start: 0.2, end: 0.3 }] });
});
afterEach(async () => {
  await db().$executeRaw`DELETE FROM pgboss.job`;
});

const transcriber: Transcriber = {
  ...{ host: "local", model: "ears", concurrency: 1 },
  async transcribe() {
    heard += 1;
    const text = await hearing();
    const unpaid = { json: null, returnedModel: null, requestId: null, parametersSent: {}, parametersDropped: [] };
    return {
      ...unpaid,
      text,
      host: "local",
      inputTokens: null,
      outputTokens: null,
      cost: null,
      latencyMs: 1,
      retries: 0,
    };
  },
};
let found: Transcriber | NoTranscriber = transcriber;
beforeEach(() => {
  found = transcriber;
});
const speech: LocalSpeech = { transcriberFor: async () => found };
const tools = (waitMs = WAIT_MS): Tools => ({
  scorerFor: () => offlineRubric,
  transcriberFor: () => null,
  speech: () => ({ words: speech, waitMs }),
  concurrency: () => 1,
});

const SPOKEN = { answered_by: "voice", duration: 3, media: { segment: 0, offset_ms: 500 } } as const;

async function spoken(...folders: string[]) {
  const sitting = await recorded(...folders);
  const answerId = await sitting.answer(SPOKEN, { keywords: ["query plan"] });
  const task: SpokenTask = { sessionId: sitting.sessionId, answerId };
  return { ...sitting, task };
}

/** What is still to be done of a kind, the next first. */
function jobs(name: string) {
  return db().$queryRaw<{ data: Record<string, string>; start_after: Date; priority: number }[]>`
    SELECT data, start_after, priority FROM pgboss.job WHERE name = ${name} AND state = 'created' ORDER BY priority DESC, created_on`;
}
const stateOf = async ({ answerId }: SpokenTask) => (await tasks.find(db(), [answerId])).get(answerId)?.state;
const wordsOf = async ({ answerId }: SpokenTask) =>
  (await db().transcript.findMany({ where: { answerId }, orderBy: { createdAt: "asc" } })).map(({ text }) => text);
const latestOf = ({ sessionId }: SpokenTask) =>
  db().analysis.findFirstOrThrow({ where: { sessionId }, orderBy: { version: "desc" }, include: { questions: true } });
const runLatest = async (task: SpokenTask, given = tools()) => {
  await runAnalysis({ analysisId: (await latestOf(task)).id }, given);
  return latestOf(task);
};

test("an answer that is only spoken asks for its words, and one that is written or passed over does not", async () => {
  const { task, answer } = await spoken(MEDIA);
  await answer({ ...SPOKEN, text: "I wrote this." });
  await answer({ ...SPOKEN, answered_by: "skipped" });
  await answer({ answered_by: "voice" });
  expect((await jobs("transcription.run")).map(({ data }) => data)).toEqual([task]);
});

test("its words are kept beside it, with what heard them, and it stays as it is", async () => {
  const { task } = await spoken(MEDIA);
  await transcribeAnswer(task, speech);
  expect(await wordsOf(task)).toEqual([SAID]);
  expect(await stateOf(task)).toBe("done");
  expect(await db().answer.findUnique({ where: { id: task.answerId } })).toMatchObject({
    text: "",
    recognizedText: null,
  });
  await transcribeAnswer(task, speech);
  expect(heard).toBe(1);
});

test("while its recording is still on its way it is put off, and heard when the rest has come", async () => {
  const { task, send } = await spoken();
  await transcribeAnswer(task, speech);
  await send(MEDIA, [2, 3, 4, 5, 6, 7]);
  await transcribeAnswer(task, speech);
  expect([await stateOf(task), heard, (await jobs("transcription.run")).length]).toEqual(["queued", 0, 3]);
  await send(MEDIA);
  await transcribeAnswer(task, speech);
  expect([await stateOf(task), heard]).toEqual(["done", 1]);
});

test("a minute after the end what has come is all that is heard", async () => {
  const { task, send, sessionId } = await spoken();
  await send(MEDIA, [2, 3, 4, 5, 6, 7]);
  await endSession(sessionId);
  await transcribeAnswer(task, speech);
  expect(heard).toBe(0);
  await db().$executeRaw`UPDATE sessions SET ended_at = now() - interval '61 seconds' WHERE id = ${sessionId}::uuid`;
  await transcribeAnswer(task, speech);
  expect([await stateOf(task), heard]).toEqual(["done", 1]);
});

test("nothing was recorded: there are no words, and nobody waits for them", async () => {
  const { task, sessionId } = await spoken();
  await endSession(sessionId);
  await db().$executeRaw`UPDATE sessions SET ended_at = now() - interval '61 seconds' WHERE id = ${sessionId}::uuid`;
  await transcribeAnswer(task, speech);
  expect([await stateOf(task), await wordsOf(task)]).toEqual(["done", []]);
  expect((await runLatest(task)).status).toBe("completed");
});

test("scores wait for the words, and the words begin them", async () => {
  const { task, sessionId } = await spoken(MEDIA);
  await endSession(sessionId);
  expect((await runLatest(task)).status).toBe("pending");
  const [now] = await jobs("analysis.run");
  expect(now?.data).toEqual({ analysisId: (await latestOf(task)).id });
  await db().$executeRaw`DELETE FROM pgboss.job WHERE name = 'analysis.run'`;
  await transcribeAnswer(task, speech);
  expect(await jobs("analysis.run")).toHaveLength(1);
  const scored = await runLatest(task);
  expect(scored).toMatchObject({ status: "completed", version: 1, questions: [{ textSource: "transcript" }] });
});

test("when the wait is over they are given without, and again when the words come", async () => {
  const { task, sessionId } = await spoken(MEDIA);
  await endSession(sessionId);
  expect(await runLatest(task, tools(0))).toMatchObject({
    status: "completed",
    questions: [{ status: "not_assessed", textSource: null }],
  });
  await transcribeAnswer(task, speech);
  expect(await jobs("analysis.hear-new-words")).toHaveLength(1);
  await hearNewWords(task);
  expect(await runLatest(task)).toMatchObject({ version: 2, questions: [{ textSource: "transcript" }] });
  await hearNewWords(task);
  expect((await latestOf(task)).version).toBe(2);
});

test("where there is no model scores do not wait, and one that comes is made use of", async () => {
  const { task, sessionId } = await spoken(MEDIA);
  found = { reason: failure("transcription_gave_up"), isSoon: false };
  await transcribeAnswer(task, speech);
  expect(await stateOf(task)).toBe("held");
  await endSession(sessionId);
  expect((await runLatest(task)).status).toBe("completed");
  found = transcriber;
  await takeUpHeld(speech);
  await transcribeAnswer(task, speech);
  await hearNewWords(task);
  expect(await runLatest(task)).toMatchObject({ version: 2, questions: [{ textSource: "transcript" }] });
});

test("a model that is on its way is waited for", async () => {
  const { task, sessionId } = await spoken(MEDIA);
  found = { reason: failure("transcription_gave_up"), isSoon: true };
  await endSession(sessionId);
  await transcribeAnswer(task, speech);
  expect([await stateOf(task), (await runLatest(task)).status]).toEqual(["queued", "pending"]);
});

test("what breaks down is tried three times, and takes nothing else with it", async () => {
  const { task, answer, sessionId } = await spoken(MEDIA);
  const other = { sessionId, answerId: await answer({ ...SPOKEN, media: { segment: 0, offset_ms: 4_000 } }) };
  hearing = async () => {
    throw new ProviderError("failed", failure("transcription_gave_up"));
  };
  for (const state of ["queued", "queued", "failed"]) {
    await transcribeAnswer(task, speech);
    expect(await stateOf(task)).toBe(state);
  }
  hearing = async () => JSON.stringify({ text: SAID });
  await transcribeAnswer(task, speech);
  await transcribeAnswer(other, speech);
  expect([heard, await wordsOf(task), await wordsOf(other)]).toEqual([4, [], [SAID]]);
});

test("a worker that died leaves it to the next, and nobody else meddles before", async () => {
  const { task } = await spoken(MEDIA);
  await tasks.begin(db(), task.answerId);
  await transcribeAnswer(task, speech);
  expect([heard, await stateOf(task)]).toEqual([0, "running"]);
  const later = (await jobs("transcription.run")).map(({ start_after }) => start_after.getTime() - Date.now());
  expect(Math.max(...later)).toBeGreaterThan(20_000);
  await db().$executeRaw`UPDATE transcription_tasks SET lease_until = now() - interval '1 second'`;
  await transcribeAnswer(task, speech);
  expect([heard, await stateOf(task)]).toEqual([1, "done"]);
});

test("two at once store its words once", async () => {
  const { task } = await spoken(MEDIA);
  await Promise.all([transcribeAnswer(task, speech), transcribeAnswer(task, speech)]);
  expect(await wordsOf(task)).toEqual([SAID]);
});

test("a database that fails while words are stored leaves none of it, and the next try all of it", async () => {
  const { task } = await spoken(MEDIA);
  hearing = async () => {
    throw new Error("the disk is gone");
  };
  await expect(transcribeAnswer(task, speech)).rejects.toThrow("the disk is gone");
  expect(await stateOf(task)).toBe("queued");
  await giveUp(task);
  expect(await stateOf(task)).toBe("failed");
});

test("what is put off keeps its turn behind other interviews", async () => {
  const { task, answer } = await spoken();
  await answer({ ...SPOKEN, media: { segment: 0, offset_ms: 4_000 } });
  await db().$executeRaw`DELETE FROM pgboss.job`;
  await transcribeAnswer(task, speech);
  expect((await jobs("transcription.run")).map(({ priority }) => priority)).toEqual([-1]);
});

test("an interview of which half a day has been heard is heard no more", async () => {
  const { task, answer, sessionId } = await spoken(MEDIA);
  const other = { sessionId, answerId: await answer({ ...SPOKEN, media: { segment: 0, offset_ms: 4_000 } }) };
  await transcribeAnswer(task, speech);
  await db().transcript.updateMany({ where: { answerId: task.answerId }, data: { soundSeconds: 12 * 3_600 } });
  await transcribeAnswer(other, speech);
  expect([heard, await stateOf(other), await wordsOf(other)]).toEqual([1, "failed", []]);
  const { reason } = await db().transcriptionTask.findUniqueOrThrow({ where: { answerId: other.answerId } });
  expect(reason).toMatchObject({ code: "speech_session_limit" });
});

test("interviews take turns: the later answers of one stand behind the first of another", async () => {
  const one = await spoken(MEDIA);
  for (let more = 0; more < 3; more++) await one.answer({ ...SPOKEN, media: { segment: 0, offset_ms: 1_000 * more } });
  const other = await spoken(MEDIA);
  const waiting = (await jobs("transcription.run")).map(({ data }) => data.sessionId);
  expect(waiting.slice(0, 2)).toEqual([one.sessionId, other.sessionId]);
});

test("a take that another replaced is not heard", async () => {
  const { task } = await spoken(MEDIA);
  const { questionId, position } = await db().answer.findUniqueOrThrow({ where: { id: task.answerId } });
  const again = { sessionId: task.sessionId, questionId, position: position + 1, text: "I say it anew." };
  await db().answer.create({ data: again });
  await transcribeAnswer(task, speech);
  expect([heard, await stateOf(task)]).toEqual([0, "done"]);
});

test("sound that came late is heard anew, as a transcript and a version of its own", async () => {
  const { task, send, sessionId } = await spoken();
  await send(MEDIA, [2, 3, 4, 5, 6, 7]);
  await endSession(sessionId);
  await db().$executeRaw`UPDATE sessions SET ended_at = now() - interval '61 seconds' WHERE id = ${sessionId}::uuid`;
  await transcribeAnswer(task, speech);
  await runLatest(task);
  await send(MEDIA);
  await hearLateSound(task, tools());
  expect(await stateOf(task)).toBe("queued");
  hearing = async () => JSON.stringify({ text: `${SAID} And then I measured again.` });
  await transcribeAnswer(task, speech);
  await hearNewWords(task);
  await runLatest(task);
  expect([await wordsOf(task), (await latestOf(task)).version]).toEqual([
    [SAID, `${SAID} And then I measured again.`],
    2,
  ]);
  await hearLateSound(task, tools());
  expect(await stateOf(task)).toBe("done");
});

test("another model that is asked for makes another transcript, and what was there stays", async () => {
  const { task, sessionId, interviewId, actor } = await spoken(MEDIA);
  await transcribeAnswer(task, speech);
  await endSession(sessionId);
  await runLatest(task);
  found = { ...transcriber, model: "other ears" };
  await rescore(actor, interviewId, { scorer: "configured" });
  expect((await runLatest(task)).status).toBe("pending");
  await transcribeAnswer(task, speech);
  await runLatest(task);
  const kept = await db().transcript.findMany({ where: { answerId: task.answerId }, orderBy: { createdAt: "asc" } });
  expect(kept.map(({ model }) => model)).toEqual(["ears", "other ears"]);
  expect(await latestOf(task)).toMatchObject({ status: "completed", version: 2 });
});

test("words that cannot be trusted are shown and not scored: somebody listens", async () => {
  const { task, sessionId } = await spoken(MEDIA);
  const quality = { verdict: "listen", reasons: ["noise"] };
  const signs = {
    ...{ sound_seconds: 3, speech_share: 0.8, snr_db: 2, clipped_share: 0 },
    compression_ratio: null,
    agreement: null,
  };
  hearing = async () => JSON.stringify({ text: SAID, quality, signs });
  await transcribeAnswer(task, speech);
  await endSession(sessionId);
  const { finalStatus, questions } = await runLatest(task);
  expect(await wordsOf(task)).toEqual([SAID]);
  expect(finalStatus).toBe("needs_review");
  expect(questions).toMatchObject([{ status: "not_assessed", score: null, flags: [{ code: "unclear_words" }] }]);
});

test("what the candidate puts right after the scores is scored anew, and both wordings stay", async () => {
  const { task, sessionId } = await spoken(MEDIA);
  await transcribeAnswer(task, speech);
  await endSession(sessionId);
  await runLatest(task);
  await correctWords(sessionId, task.answerId, "I read the query plan first, and then I added the index.");
  await hearNewWords(task);
  expect(await runLatest(task)).toMatchObject({ version: 2, questions: [{ textSource: "candidate" }] });
  expect(await wordsOf(task)).toEqual([SAID]);
});
