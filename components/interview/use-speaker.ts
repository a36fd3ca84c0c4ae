import { useCallback, useEffect, useRef, useState } from "react";
import { voiceUrl } from "@/lib/client/interview-api.ts";
import { speak } from "@/lib/client/speech/speak.ts";

/**
 * The avatar's voice. One thing is said at a time; muted, it moves its lips.
 * @param voicedSession the session whose voice comes from the server; null: the browser's own speaks
 */
export function useSpeaker(language: string, voicedSession: string | null) {
  const [speaking, setSpeaking] = useState(false);
  const [muted, setMuted] = useState(false);
  const [voiceless, setVoiceless] = useState(false);
  const current = useRef<AbortController | null>(null);

  const stop = useCallback(() => current.current?.abort(), []);

  const say = useCallback(
    /** @param part what it is: `introduction`, or the question's id */
    async (text: string, part: string) => {
      current.current?.abort();
      const own = new AbortController();
      current.current = own;
      setSpeaking(true);
      const url = voicedSession === null ? null : voiceUrl(voicedSession, part);
      const voiced = await speak(text, { signal: own.signal, muted, language, voiceUrl: url });
      if (current.current !== own) return;
      setSpeaking(false);
      if (!own.signal.aborted && !muted) setVoiceless(!voiced);
    },
    [language, muted, voicedSession],
  );

  /** Takes effect at once: what is being said stops sounding. */
  const toggleMuted = useCallback(() => {
    current.current?.abort();
    setMuted((before) => !before);
  }, []);

  useEffect(() => stop, [stop]);

  return {
    speaking,
    /** It can be heard: what a microphone hears now may be the avatar's words. */
    sounding: speaking && !muted && !voiceless,
    muted,
    /** What was to be said last could not be: neither the server nor the browser has a voice. */
    voiceless,
    say,
    stop,
    toggleMuted,
  };
}
