import { useWords } from "@/components/words/use-words.ts";
import type { RecordingState } from "@/lib/client/recorder/session-recording.ts";
import { catalogue } from "@/lib/words/catalogue.ts";
import { recording } from "@/lib/words/en/room/recording.ts";

const sentences = catalogue({ en: recording });

/** Says that camera or microphone are being recorded. It does not blink. */
export function RecordingIndicator({ state }: { state: RecordingState }) {
  const say = useWords(sentences);
  if (state === "idle") return null;
  const isOn = state === "recording";
  return (
    <span className="inline-flex items-center gap-2 text-sm whitespace-nowrap">
      <span aria-hidden className={`size-2.5 rounded-pill ${isOn ? "bg-negative-fill" : "border-2 border-outline"}`} />
      {say(isOn ? "on" : "off")}
    </span>
  );
}
