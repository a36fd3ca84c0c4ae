import { useEffect, useEffectEvent, useState } from "react";
import { canRecognize, recognize } from "@/lib/client/speech/recognize.ts";

type Options = {
  /** Listen now. */
  active: boolean;
  language: string;
  onWords: (text: string, confidence: number | null) => void;
};

/**
 * Writes along while somebody speaks, where the browser can. Once its service has failed it stays off for this visit.
 * @returns the words that may still change, and whether it works here
 */
export function useTranscript({ active, language, onWords }: Options) {
  const [interim, setInterim] = useState("");
  const [failed, setFailed] = useState(false);
  const available = !failed && typeof window !== "undefined" && canRecognize();
  const listening = active && available;
  const keep = useEffectEvent(onWords);

  useEffect(() => {
    if (!listening) return;
    const stop = recognize(language, {
      onFinal: (text, confidence) => keep(text, confidence),
      onInterim: setInterim,
      onUnavailable: () => setFailed(true),
    });
    return () => {
      stop();
      setInterim("");
    };
  }, [listening, language]);

  return { interim, available, listening };
}
