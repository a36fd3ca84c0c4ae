import type { AddAnswerBody, AddQuestionBody } from "../../contract/interview.ts";
import type { LocalMark } from "../recorder/recorder.ts";

/** A question as it is told to the server, but for its place in the recording: the server's number for that may come later. */
export type KeptQuestion = {
  data: AddQuestionBody["question_data"] & { client_key: string };
  mark: LocalMark | null;
};

export type KeptAnswer = {
  data: AddAnswerBody["answer_data"] & { client_key: string };
  mark: LocalMark | null;
};

/**
 * What happened in the room and the server is to be told, one after the other. An answer brings its question along, so that
 * it can be told by a page that never saw the question asked. Each may be told twice: the server knows the keys.
 */
export type OutboxEntry =
  | { kind: "question"; question: KeptQuestion }
  | { kind: "answer"; question: KeptQuestion; answer: KeptAnswer }
  | { kind: "end" };
