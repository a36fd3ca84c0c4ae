import pg from "pg";
import type { TestServer } from "./server.ts";

type Kept = { text: string; recognizedText: string | null };

/** The answers of an installation's only interview as they are stored, in the order they were asked for. */
export async function listAnswers(server: TestServer): Promise<Kept[]> {
  const client = new pg.Client({ connectionString: server.databaseUrl });
  await client.connect();
  try {
    const { rows } = await client.query<Kept>(
      `SELECT a.text, a.recognized_text AS "recognizedText"
       FROM answers a JOIN questions q ON q.id = a.question_id ORDER BY q.position`,
    );
    return rows;
  } finally {
    await client.end();
  }
}
