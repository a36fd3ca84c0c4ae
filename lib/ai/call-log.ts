import { createHash, randomUUID } from "node:crypto";
import type { ChatAnswer, ChatRequest } from "./chat.ts";

export type CallDescription = {
  purpose: "score" | "repair" | "narrate" | "transcribe";
  questionId: string | null;
  /** 0, 1, 2 …: asking the same again is another call. */
  sample: number;
  request: ChatRequest;
  versions: { prompt: string; rubric: string; scorer: string };
};

/** What became of the quotes of one call. */
export type Verification = { verified: number; refused: { quote: string; why: string }[] };

/** Every call of a model goes through here, so that none is paid for twice and each leaves its trace. */
export type CallLog = {
  /** The stored answer of a finished call with the same key, or makes it and stores it before anything else happens. */
  once(call: CallDescription, make: () => Promise<ChatAnswer>): Promise<ChatAnswer & { callId: string }>;
  noteVerification(callId: string, verification: Verification): Promise<void>;
};

/** What makes two calls the same: all that is sent, what it is for, and which sample it is. SHA-256, hex. */
export function callKey({ purpose, questionId, sample, request, versions }: CallDescription): string {
  const parts = [purpose, questionId, sample, request, versions.prompt, versions.rubric, versions.scorer];
  return createHash("sha256").update(JSON.stringify(parts)).digest("hex");
}

/** Calls kept for as long as this object lives: for evaluation, and for tests. */
export function memoryCalls(): CallLog & { made: CallDescription[]; verifications: Map<string, Verification> } {
  const answers = new Map<string, Promise<ChatAnswer & { callId: string }>>();
  const made: CallDescription[] = [];
  const verifications = new Map<string, Verification>();
  return {
    made,
    verifications,
    once(call, make) {
      const key = callKey(call);
      const known = answers.get(key);
      if (known) return known;
      made.push(call);
      const answer = make().then((given) => ({ ...given, callId: randomUUID() }));
      answers.set(key, answer);
      answer.catch(() => answers.delete(key)); // a failed call is not a finished one
      return answer;
    },
    async noteVerification(callId, verification) {
      verifications.set(callId, verification);
    },
  };
}
