import { Checkbox } from "@/components/ui/checkbox.tsx";
import { canRecognize } from "@/lib/client/speech/recognize.ts";
import { speechService } from "@/lib/client/speech/speech-service.ts";

type WriteAlongChoiceProps = {
  /** Agreed to. */
  on: boolean;
  onChange: (on: boolean) => void;
};

/**
 * Asks before the browser's own speech recognition hears anybody: it is not ours, and mostly a service of the browser's
 * maker. Nothing where the browser has none.
 */
export function WriteAlongChoice({ on, onChange }: WriteAlongChoiceProps) {
  if (!canRecognize()) return null;
  return (
    <Checkbox
      label="Write my words down while I speak"
      hint={`Your browser does this, not we: while you answer, your voice also goes to ${speechService(navigator.userAgent)}. Leave it off and nothing does; the recording has every word either way.`}
      checked={on}
      onChange={(event) => onChange(event.target.checked)}
    />
  );
}
