import { addAnswer, addQuestion, endSession } from "../interview-api.ts";
import type { LocalMark } from "../recorder/recorder.ts";
import type { KeptQuestion, OutboxEntry } from "./outbox-entry.ts";

/** The server's words for a place in the recording. */
export type WireMark = { segment: number; offset_ms: number } | null;

type Options = {
  toWire: (mark: LocalMark | null) => Promise<WireMark>;
  /** The recording comes first: after the end the server opens nothing more for it. */
  beforeEnd: () => Promise<void>;
};

/** How a session's entries are told to the server: a question before its answer, whoever asked it. */
export function tellServer(session_id: string, { toWire, beforeEnd }: Options): (entry: OutboxEntry) => Promise<void> {
  /** The server's ids for what this page has told already. */
  const asked = new Map<string, string>();

  async function ask({ data, mark }: KeptQuestion): Promise<string> {
    const known = asked.get(data.client_key);
    if (known) return known;
    const { question_id } = await addQuestion({ session_id, question_data: { ...data, media: await toWire(mark) } });
    asked.set(data.client_key, question_id);
    return question_id;
  }

  return async (entry) => {
    switch (entry.kind) {
      case "question":
        return void (await ask(entry.question));
      case "answer": {
        const { data, mark } = entry.answer;
        const question_id = await ask(entry.question);
        return void (await addAnswer({ session_id, question_id, answer_data: { ...data, media: await toWire(mark) } }));
      }
      case "end":
        await beforeEnd();
        return void (await endSession({ session_id }));
    }
  };
}
