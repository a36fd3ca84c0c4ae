import { Mic } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import { useWords } from "@/components/words/use-words.ts";
import type { MicrophoneLevel } from "@/lib/client/devices/microphone-level.ts";
import { catalogue } from "@/lib/words/catalogue.ts";
import { recording } from "@/lib/words/en/room/recording.ts";

const sentences = catalogue({ en: recording });

/** Over this the meter takes a sound for a voice. */
const VOICE = 0.35;

/**
 * How loud the microphone hears. Drawn past React, ten times a second; `onHeard` is called once, at the first voice.
 */
export function MicrophoneMeter({ level, onHeard }: { level: MicrophoneLevel; onHeard?: () => void }) {
  const say = useWords(sentences);
  const bar = useRef<HTMLSpanElement>(null);
  const [heard, setHeard] = useState(false);

  useEffect(() => {
    const timer = setInterval(() => {
      if (bar.current) bar.current.style.scale = `${level.loudness} 1`;
      if (level.loudness > VOICE) setHeard(true);
    }, 100);
    return () => clearInterval(timer);
  }, [level]);

  useEffect(() => {
    if (heard) onHeard?.();
  }, [heard, onHeard]);

  return (
    <span className="flex items-center gap-3">
      <Mic aria-hidden size={18} className="shrink-0 text-muted" />
      <span
        role="img"
        aria-label={say("level")}
        className="h-2 min-w-16 flex-1 overflow-hidden rounded-pill bg-hairline"
      >
        <span
          ref={bar}
          className="block h-full origin-left rounded-pill rtl:origin-right bg-accent transition-[scale] duration-100 ease-linear"
          style={{ scale: "0 1" }}
        />
      </span>
    </span>
  );
}
