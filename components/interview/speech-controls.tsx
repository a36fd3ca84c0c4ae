import { RotateCcw, Volume2, VolumeX } from "lucide-react";
import { Button } from "@/components/ui/button.tsx";
import { Tooltip } from "@/components/ui/tooltip.tsx";
import { useWords } from "@/components/words/use-words.ts";
import { catalogue } from "@/lib/words/catalogue.ts";
import { questions } from "@/lib/words/en/room/questions.ts";
import type { useSpeaker } from "./use-speaker.ts";

const sentences = catalogue({ en: questions });

type SpeechControlsProps = {
  speaker: ReturnType<typeof useSpeaker>;
  /** “Repeat the question” */
  repeatLabel: string;
  onRepeat: () => void;
};

/** To hear it again, or not at all; and why nothing is heard where there is no voice. */
export function SpeechControls({ speaker, repeatLabel, onRepeat }: SpeechControlsProps) {
  const say = useWords(sentences);
  return (
    <div>
      <div className="-ms-6 flex flex-wrap">
        <Button variant="quiet" size="large" onClick={onRepeat}>
          <RotateCcw aria-hidden size={18} />
          {repeatLabel}
        </Button>
        <Tooltip content={say(speaker.muted ? "unmute" : "mute")}>
          <Button
            variant="quiet"
            size="large"
            iconOnly
            aria-label={say("mute")}
            aria-pressed={speaker.muted}
            onClick={speaker.toggleMuted}
          >
            {speaker.muted ? (
              <VolumeX aria-hidden size={18} className="rtl:-scale-x-100" />
            ) : (
              <Volume2 aria-hidden size={18} className="rtl:-scale-x-100" />
            )}
          </Button>
        </Tooltip>
      </div>
      <p role="status" className="text-sm text-muted empty:hidden">
        {speaker.voiceless ? say("voiceless") : null}
      </p>
    </div>
  );
}
