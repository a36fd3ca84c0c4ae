import type { HeardWordsAnswer } from "../../contract/heard-words.ts";
import type { HeardWords } from "../../sitting/get-heard-words.ts";

export function presentHeardWords(words: readonly HeardWords[]): Omit<HeardWordsAnswer, "success"> {
  return {
    answers: words.map(({ answerId, questionId, number, question, state, text, credit, isCorrected }) => ({
      answer_id: answerId,
      question_id: questionId,
      number,
      question,
      state,
      text,
      credit,
      corrected: isCorrected,
    })),
  };
}
