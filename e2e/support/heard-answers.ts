import { randomUUID } from "node:crypto";
import pg from "pg";
import type { TestServer } from "./server.ts";

/* What recognisers do on a server of a test's own: the test decides what is heard, and when. */

async function query<Row extends object>(server: TestServer, text: string, values: unknown[] = []): Promise<Row[]> {
  const client = new pg.Client({ connectionString: server.databaseUrl });
  await client.connect();
  try {
    return (await client.query<Row>(text, values)).rows;
  } finally {
    await client.end();
  }
}

type Given = { id: string; sessionId: string; text: string; recognizedText: string | null };

/** The answers to the questions of an installation's only interview, in the order they were asked. */
export function listAnswers(server: TestServer): Promise<Given[]> {
  return query(
    server,
    `SELECT a.id, a.session_id AS "sessionId", a.text, a.recognized_text AS "recognizedText"
     FROM answers a JOIN questions q ON q.id = a.question_id ORDER BY q.position`,
  );
}

/** It is written down, from one moment to the next. */
export async function hear(server: TestServer, { id, sessionId }: Given, text: string): Promise<void> {
  await query(
    server,
    `WITH done AS (
       INSERT INTO transcription_tasks (answer_id, session_id, state) VALUES ($2, $3, 'done')
       ON CONFLICT (answer_id) DO UPDATE SET state = 'done'
     )
     INSERT INTO transcripts (id, answer_id, text, host, model) VALUES ($1, $2, $4, 'local', 'a test''s')`,
    [randomUUID(), id, sessionId, text],
  );
}
