import { RotateCcw, Volume2, VolumeX } from "lucide-react";
import { Button } from "@/components/ui/button.tsx";
import { Tooltip } from "@/components/ui/tooltip.tsx";
import type { useSpeaker } from "./use-speaker.ts";

type SpeechControlsProps = {
  speaker: ReturnType<typeof useSpeaker>;
  /** “Repeat the question” */
  repeatLabel: string;
  onRepeat: () => void;
};

/** To hear it again, or not at all; and why nothing is heard where there is no voice. */
export function SpeechControls({ speaker, repeatLabel, onRepeat }: SpeechControlsProps) {
  return (
    <div>
      <div className="-ms-6 flex flex-wrap">
        <Button variant="quiet" size="large" onClick={onRepeat}>
          <RotateCcw aria-hidden size={18} />
          {repeatLabel}
        </Button>
        <Tooltip content={speaker.muted ? "Let the voice sound" : "Mute the voice"}>
          <Button
            variant="quiet"
            size="large"
            iconOnly
            aria-label="Mute the voice"
            aria-pressed={speaker.muted}
            onClick={speaker.toggleMuted}
          >
            {speaker.muted ? <VolumeX aria-hidden size={18} /> : <Volume2 aria-hidden size={18} />}
          </Button>
        </Tooltip>
      </div>
      <p role="status" className="text-sm text-muted empty:hidden">
        {speaker.voiceless ? "This browser has no voice, so nothing is read aloud. Your loudspeaker is fine." : null}
      </p>
    </div>
  );
}
