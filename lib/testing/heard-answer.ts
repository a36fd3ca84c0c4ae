import { db } from "../db/client.ts";

/** An answer that this server is asked to write down, and has not yet. */
export async function awaitWords(sessionId: string, answerId: string, state = "queued"): Promise<void> {
  const create = { answerId, sessionId, state };
  await db().transcriptionTask.upsert({ where: { answerId }, create, update: { state } });
}

/** What a recogniser of this server makes of an answer: written down as its worker does it. Empty: it hears no words. */
export async function writeDown(sessionId: string, answerId: string, text: string): Promise<void> {
  await awaitWords(sessionId, answerId, "done");
  await db().transcript.create({ data: { answerId, text, host: "local", model: "a test's" } });
}
