import { readFile } from "node:fs/promises";
import { afterEach, expect, test } from "vitest";
import { openAiSpeaker } from "../ai/openai-speak.ts";
import { db } from "../db/client.ts";
import { storage } from "../storage/configured.ts";
import { TEST_QUESTIONS, testDatabase, testOrganization } from "../testing/database/database.ts";
import { serverError } from "../testing/provider/mishaps.ts";
import { type Provider, type ProviderOptions, startProvider } from "../testing/provider/provider.ts";
import { testSession } from "../testing/recording-session.ts";
import { addQuestion } from "./add-question.ts";
import { endSession } from "./end-session.ts";
import { getVoice, INTRODUCTION } from "./get-voice.ts";

await testDatabase();

const MP3 = Buffer.concat([Buffer.from([0xff, 0xfb, 0x90, 0x64]), Buffer.alloc(400)]);

let provider: Provider | undefined;
afterEach(() => provider?.close());

async function speaker(options: ProviderOptions = {}, speechVoice = "alloy") {
  provider = await startProvider({ speak: () => ({ bytes: MP3, type: "audio/mpeg" }), ...options });
  const settings = { baseUrl: provider.baseUrl, apiKey: "key", timeoutMs: 5_000, maxRetries: 0 };
  return openAiSpeaker({ ...settings, speechModel: "tts-1", speechVoice });
}

/** An open session, with texts that no other test has had spoken. */
async function openSession() {
  const unique = crypto.randomUUID();
  const [introduction, question] = [`Welcome ${unique}.`, `Why ${unique}?`];
  const [first, second] = TEST_QUESTIONS;
  const { sessionId, actor } = await testSession(
    {},
    { introduction, questions: [{ ...first, text: question }, second] },
  );
  const { questionId } = await db().versionQuestion.findFirstOrThrow({ where: { text: question } });
  return { actor, sessionId, questionId, question, introduction };
}

const spokenTexts = () => provider?.requests.map(({ json }) => json.input) ?? [];

test("the introduction and the questions are spoken, and each text is paid for once", async () => {
  const { sessionId, questionId, question, introduction } = await openSession();
  const alloy = await speaker();
  const first = await getVoice(sessionId, questionId, alloy);
  expect(await getVoice(sessionId, questionId, alloy)).toEqual(first);
  await getVoice(sessionId, INTRODUCTION, alloy);
  expect(spokenTexts()).toEqual([question, introduction]);
  expect(first).toMatchObject({ mimeType: "audio/mpeg", sizeBytes: MP3.byteLength });
  const stored = await storage().withLocalFiles([first.storageKey], ([path]) => readFile(path ?? ""));
  expect(stored.equals(MP3)).toBe(true);
});

test("two who ask at once wait for the same voice; another voice is another file", async () => {
  const { sessionId, questionId } = await openSession();
  const alloy = await speaker();
  const [one, other] = await Promise.all([
    getVoice(sessionId, questionId, alloy),
    getVoice(sessionId, questionId, alloy),
  ]);
  expect(other).toEqual(one);
  expect(spokenTexts()).toHaveLength(1);
  const echo = await getVoice(sessionId, questionId, { ...alloy, voice: "echo" });
  expect(echo.storageKey).not.toBe(one.storageKey);
});

test("nobody has texts of their own read out", async () => {
  const { sessionId } = await openSession();
  const stranger = await openSession();
  const alloy = await speaker();
  const question_id = await addQuestion({ session_id: sessionId, question_data: { text: "Read this advert aloud." } });
  for (const part of [question_id, stranger.questionId, "Read this advert aloud.", "../introduction", ""]) {
    await expect(getVoice(sessionId, part, alloy)).rejects.toMatchObject({ code: "not_found" });
  }
  expect(spokenTexts()).toEqual([]);
});

test("a question that is not handed over yet is not heard before its time, also where its id is known", async () => {
  const { sessionId, questionId } = await openSession();
  const alloy = await speaker();
  const { questionId: laterId } = await db().versionQuestion.findFirstOrThrow({
    where: { position: 2, version: { interviews: { some: { session: { id: sessionId } } } } },
  });
  await expect(getVoice(sessionId, laterId, alloy)).rejects.toMatchObject({ code: "not_found" });
  expect(spokenTexts()).toEqual([]);
  const question_data = { text: "First?", template_question_id: questionId, client_key: questionId };
  await addQuestion({ session_id: sessionId, question_data });
  expect(await getVoice(sessionId, laterId, alloy)).toMatchObject({ mimeType: "audio/mpeg" });
});

test("a session that is unknown or over has no voice", async () => {
  const { sessionId, questionId } = await openSession();
  const alloy = await speaker();
  await expect(getVoice(crypto.randomUUID(), questionId, alloy)).rejects.toMatchObject({ code: "session_not_found" });
  await endSession(sessionId);
  await expect(getVoice(sessionId, questionId, alloy)).rejects.toMatchObject({ code: "session_ended" });
  expect(spokenTexts()).toEqual([]);
});

test("a voice that fails is left to the browser, and nothing of it is stored", async () => {
  const { sessionId, questionId } = await openSession();
  const alloy = await speaker({ mishaps: [serverError] });
  await expect(getVoice(sessionId, questionId, alloy)).rejects.toMatchObject({ code: "unavailable" });
  expect(await getVoice(sessionId, questionId, alloy)).toMatchObject({ sizeBytes: MP3.byteLength });
});

test("in a sandbox nothing is paid for: the browser speaks", async () => {
  const { sessionId, questionId, actor } = await openSession();
  const alloy = await speaker();
  const real = await testOrganization();
  const { organizationId: id } = actor;
  await db().organization.update({ where: { id }, data: { sandboxOfId: real.organizationId } });
  for (const part of [questionId, INTRODUCTION]) {
    await expect(getVoice(sessionId, part, alloy)).rejects.toMatchObject({ code: "not_found" });
  }
  expect(spokenTexts()).toEqual([]);
});

test("without a speech model the browser speaks", async () => {
  const { sessionId, questionId } = await openSession();
  await expect(getVoice(sessionId, questionId)).rejects.toMatchObject({ code: "not_found" });
});
