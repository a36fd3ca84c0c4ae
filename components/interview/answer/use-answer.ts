import { useEffect, useRef, useState } from "react";
import type { MicrophoneLevel } from "@/lib/client/devices/microphone-level.ts";
import { type DraftPlace, readDraft, writeDraft } from "@/lib/client/drafts.ts";
import type { GivenAnswer, Phase } from "@/lib/client/room/room-state.ts";
import { appendWords, correctedFrom, meanConfidence } from "./answer-text.ts";
import { keepCaret } from "./keep-caret.ts";

type Options = {
  /** Where what is being written is kept, and how long. */
  draft: DraftPlace & { openUntil: string };
  begun: Pick<Extract<Phase, { name: "answering" }>, "begunAtMs" | "mark">;
  /** Null when no sound is recorded. */
  level: MicrophoneLevel | null;
};

/** An answer in the making: what is written, what was heard, and how good it sounded. */
export function useAnswer({ draft: { localKey, questionId, openUntil }, begun, level }: Options) {
  const [before] = useState(() => readDraft({ localKey, questionId }));
  const [text, setText] = useState(before.text);
  const field = useRef<HTMLTextAreaElement>(null);
  const typed = useRef(before.text.trim() !== before.heard.trim());
  const heard = useRef(before.heard);
  const confidences = useRef<number[]>([]);
  /** What was heard while a character is being composed: putting it into the field would break that. */
  const composing = useRef<{ heard: string } | null>(null);

  useEffect(() => level?.beginMeasuring(), [level]);
  useEffect(() => {
    writeDraft({ localKey, questionId }, { text, heard: heard.current }, openUntil);
  }, [localKey, questionId, openUntil, text]);

  const append = (words: string) => {
    if (words !== "") keepCaret(field.current, () => setText((already) => appendWords(already, words)));
  };

  return {
    text,
    /** For the field that it is written in. */
    fieldProps: {
      ref: field,
      value: text,
      onChange(event: { target: { value: string } }) {
        typed.current = true;
        setText(event.target.value);
      },
      onCompositionStart() {
        composing.current = { heard: "" };
      },
      onCompositionEnd() {
        const words = composing.current?.heard ?? "";
        composing.current = null;
        append(words);
      },
    },
    hear(words: string, confidence: number | null) {
      if (confidence !== null) confidences.current.push(confidence);
      heard.current = appendWords(heard.current, words);
      if (composing.current) composing.current.heard = appendWords(composing.current.heard, words);
      else append(words);
    },
    /** @param interim words that were still changing: they were said, so they count */
    finish(interim: string): GivenAnswer {
      const sound = level?.summary() ?? null;
      const spoken = heard.current !== "" || interim !== "" || sound?.heard === true;
      const given = appendWords(appendWords(text, composing.current?.heard ?? ""), interim).trim();
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
