import { useRef, useState } from "react";
import { Disclosure } from "@/components/ui/disclosure.tsx";
import { StatusPill } from "@/components/ui/status-pill.tsx";
import type { Tone } from "@/components/ui/tone.tsx";
import { useWords } from "@/components/words/use-words.ts";
import type { HeardItem } from "@/lib/client/room/heard-items.ts";
import { catalogue } from "@/lib/words/catalogue.ts";
import { heard as words } from "@/lib/words/en/room/heard.ts";
import { Correction, type CorrectionProps } from "./correction.tsx";

const sentences = catalogue({ en: words });

const TONE: Record<HeardItem["state"], Tone> = {
  open: "info",
  edited: "caution",
  right: "positive",
  corrected: "positive",
};

type HeardAnswerProps = CorrectionProps & { open: boolean; onToggle: (open: boolean) => void };

/** One answer: folded to a line once it has been looked at, and never gone, so that it can be put right again. */
export function HeardAnswer({ item, open, onToggle, ...rest }: HeardAnswerProps) {
  const say = useWords(sentences);
  const place = useRef<HTMLLIElement>(null);
  const [settled, setSettled] = useState(0);

  /** The button that was pressed is gone with what it stood in: the keyboard goes on at the line that stays. */
  function fold() {
    place.current?.querySelector("summary")?.focus();
    onToggle(false);
    setSettled((times) => times + 1);
  }

  return (
    <li ref={place} className="py-2">
      <Disclosure
        open={open}
        onToggle={onToggle}
        summary={
          <span className="flex min-h-8 flex-1 flex-wrap items-center justify-between gap-x-3">
            {say("number", { number: item.number })}
            <StatusPill bare tone={TONE[item.state]}>
              {say(`state:${item.state}`)}
            </StatusPill>
          </span>
        }
      >
        <Correction
          key={settled}
          item={item}
          {...rest}
          onConfirm={() => {
            rest.onConfirm();
            fold();
          }}
          onSave={async () => {
            const saved = await rest.onSave();
            if (saved) fold();
            return saved;
          }}
        />
      </Disclosure>
    </li>
  );
}
