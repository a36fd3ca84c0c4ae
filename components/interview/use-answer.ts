import { useEffect, useRef, useState } from "react";
import type { MicrophoneLevel } from "@/lib/client/devices/microphone-level.ts";
import { appendWords, correctedFrom, meanConfidence } from "./answer-text.ts";
import { readDraft, readHeard, writeDraft, writeHeard } from "./draft.ts";
import type { GivenAnswer, Phase } from "./room-state.ts";

type Options = {
  sessionId: string;
  questionId: string;
  begun: Pick<Extract<Phase, { name: "answering" }>, "begunAtMs" | "mark">;
  /** Null when nothing is recorded. */
  level: MicrophoneLevel | null;
};

/** An answer in the making: what is written, what was heard, and how good it sounded. */
export function useAnswer({ sessionId, questionId, begun, level }: Options) {
  const [text, setText] = useState(() => readDraft(sessionId, questionId));
  const typed = useRef(text !== "");
  const [heardBefore] = useState(() => readHeard(sessionId, questionId));
  const heard = useRef(heardBefore);
  const heardWords = useRef(heardBefore !== "");
  const confidences = useRef<number[]>([]);

  useEffect(() => level?.beginMeasuring(), [level]);
  useEffect(() => writeDraft(sessionId, questionId, text), [sessionId, questionId, text]);

  return {
    text,
    write(next: string) {
      typed.current = true;
      setText(next);
    },
    hear(words: string, confidence: number | null) {
      heardWords.current = true;
      if (confidence !== null) confidences.current.push(confidence);
      heard.current = appendWords(heard.current, words);
      writeHeard(sessionId, questionId, heard.current);
      setText((before) => appendWords(before, words));
    },
    /** @param interim words that were still changing: they were said, so they count */
    finish(interim: string): GivenAnswer {
      const sound = level?.summary() ?? null;
      const spoken = heardWords.current || interim !== "" || sound?.heard === true;
      const given = appendWords(text, interim).trim();
      return {
        clientKey: crypto.randomUUID(),
        text: given,
        recognizedText: correctedFrom(appendWords(heard.current, interim), given),
        answeredBy: spoken ? (typed.current ? "both" : "voice") : "text",
        durationSeconds: Math.round((performance.now() - begun.begunAtMs) / 100) / 10,
        audioQuality: sound?.quality ?? null,
        confidence: meanConfidence(confidences.current),
        mark: begun.mark,
      };
    },
  };
}
