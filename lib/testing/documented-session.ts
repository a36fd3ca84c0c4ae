import { SessionDataAnswer } from "../contract/interview-answers.ts";
import type { Actor } from "../domain/actor.ts";
import { writeSessionAs } from "../present/documented/write-session.ts";
import { getSessionHead } from "../sitting/read-results.ts";

/** The documented answer about a session, as whoever may write to it reads it. */
export async function readSession(actor: Actor, sessionId: string): Promise<SessionDataAnswer["session_data"]> {
  const session = await getSessionHead(actor, sessionId);
  const pieces = await Array.fromAsync(writeSessionAs("session_data", session, true));
  return SessionDataAnswer.parse(JSON.parse(pieces.join(""))).session_data;
}
