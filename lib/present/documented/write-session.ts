import { setImmediate } from "node:timers/promises";
import { db } from "../../db/client.ts";
import * as pages from "../../db/session-pages.ts";
import {
  presentAnswer,
  presentEvent,
  presentQuestion,
  presentSessionEnd,
  presentSessionHead,
  type SessionHead,
} from "./session.ts";

/**
 * A session as JSON text, read from the database a page at a time while it is written, so that its size costs neither memory nor the
 * others' time.
 * @param mayWrite whether whoever asks may write to interviews (presentSessionHead)
 * @param more fields that come after the documented ones
 * @param present how an answer is told, where it is more than is documented
 */
export async function* writeSession(
  session: SessionHead,
  mayWrite: boolean,
  more: object = {},
  present: (answer: pages.AnswerRow, session: SessionHead) => object = presentAnswer,
): AsyncGenerator<string> {
  const { id } = session;
  yield open(presentSessionHead(session, mayWrite));
  yield ',"questions":';
  yield* array<pages.QuestionRow>(
    (last) => pages.questions(db(), id, last?.position ?? 0),
    (row) => presentQuestion(row, session),
  );
  yield ',"answers":';
  yield* array<pages.AnswerRow>(
    (last) => pages.answers(db(), id, last?.position ?? 0),
    (row) => present(row, session),
  );
  yield `,${fields(presentSessionEnd(session))}`;
  for (const [name, kind] of [
    ["technical_issues", "technical_issue"],
    ["session_logs", "log"],
  ] as const) {
    yield `,"${name}":`;
    yield* array<pages.EventRow>(
      (last) => pages.events(db(), id, kind, last?.id ?? 0n),
      (row) => presentEvent(row, session),
    );
  }
  const after = fields(more);
  yield after === "" ? "}" : `,${after}}`;
}

/** The same as an answer, under a name. */
export async function* writeSessionAs(
  name: string,
  ...session: Parameters<typeof writeSession>
): AsyncGenerator<string> {
  yield `{"success":true,"${name}":`;
  yield* writeSession(...session);
  yield "}";
}

async function* array<Row>(
  read: (last: Row | undefined) => Promise<Row[]>,
  present: (row: Row) => object,
): AsyncGenerator<string> {
  let last: Row | undefined;
  let rows: Row[];
  yield "[";
  do {
    rows = await read(last);
    for (const row of rows) {
      yield `${last === undefined ? "" : ","}${JSON.stringify(present(row))}`;
      last = row;
    }
    await setImmediate(); // others have their turn between two pages
  } while (rows.length === pages.PAGE_ROWS);
  yield "]";
}

function open(head: object): string {
  return JSON.stringify(head).slice(0, -1);
}

function fields(some: object): string {
  return JSON.stringify(some).slice(1, -1);
}
