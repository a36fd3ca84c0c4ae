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

/** To hear it again, or not at all. */
export function SpeechControls({ speaker, repeatLabel, onRepeat }: SpeechControlsProps) {
  return (
    <div className="-ms-6 mt-2 flex flex-wrap">
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
  );
}
