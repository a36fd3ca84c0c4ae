import { useLocale } from "#use-locale";
import { Checkbox } from "@/components/ui/checkbox.tsx";
import { useWords } from "@/components/words/use-words.ts";
import { canRecognize } from "@/lib/client/speech/recognize.ts";
import { speechService } from "@/lib/client/speech/speech-service.ts";
import { catalogue } from "@/lib/words/catalogue.ts";
import { devices } from "@/lib/words/en/room/devices.ts";

const sentences = catalogue({ en: devices });

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
  const locale = useLocale();
  const say = useWords(sentences);
  if (!canRecognize()) return null;
  return (
    <Checkbox
      label={say("write_along")}
      hint={say("write_along_hint", { service: speechService(navigator.userAgent, locale) })}
      checked={on}
      onChange={(event) => onChange(event.target.checked)}
    />
  );
}
