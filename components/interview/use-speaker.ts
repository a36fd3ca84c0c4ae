import { useCallback, useEffect, useRef, useState } from "react";
import { speak } from "@/lib/client/speech/speak.ts";

/** The avatar's voice. One thing is said at a time; muted, it moves its lips. */
export function useSpeaker(language: string) {
  const [speaking, setSpeaking] = useState(false);
  const [muted, setMuted] = useState(false);
  const current = useRef<AbortController | null>(null);

  const stop = useCallback(() => current.current?.abort(), []);

  const say = useCallback(
    async (text: string) => {
      current.current?.abort();
      const own = new AbortController();
      current.current = own;
      setSpeaking(true);
      await speak(text, { signal: own.signal, muted, language });
      if (current.current === own) setSpeaking(false);
    },
    [language, muted],
  );

  /** Takes effect at once: what is being said stops sounding. */
  const toggleMuted = useCallback(() => {
    current.current?.abort();
    setMuted((before) => !before);
  }, []);

  useEffect(() => stop, [stop]);

  return { speaking, muted, say, stop, toggleMuted };
}
