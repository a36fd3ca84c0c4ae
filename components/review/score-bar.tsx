import { useLocale } from "#use-locale";
import { classNames } from "@/components/ui/class-names.ts";
import type { Band } from "@/lib/contract/score-band.ts";
import { catalogue } from "@/lib/words/catalogue.ts";
import { scores } from "@/lib/words/en/review/scores.ts";
import { scoreOf } from "@/lib/words/format.ts";
import { bandWords } from "./band-words.ts";

const sentences = catalogue({ en: scores });

type ScoreBarProps = {
  label: string;
  /** 0–100; null: not enough to judge by. */
  score: number | null;
  /** What it could as well have been; null: not known. */
  band?: Band;
  /** How the score came about; read out with it. */
  method: string;
  small?: boolean;
};

/** A score as a word, a number and a length. All bars have one colour: a bar measures, it does not praise. */
export function ScoreBar({ label, score, band = null, method, small = false }: ScoreBarProps) {
  const locale = useLocale();
  const say = sentences.in(locale);
  return (
    <div>
      <div className="flex items-baseline justify-between gap-4 text-sm">
        <span className={small ? "text-muted" : ""}>{label}</span>
        {score === null ? (
          <span className="text-muted">{say("not_assessed")}</span>
        ) : (
          <span aria-hidden className="text-end tabular-nums">
            <span className="font-strong">{scoreOf(score, locale)}</span>
            {band === null ? null : <span className="ms-2 text-xs text-muted">{bandWords(band, locale)}</span>}
          </span>
        )}
      </div>
      {score === null ? (
        <div
          aria-hidden
          className={classNames("mt-1.5 border-b border-dashed border-outline", small ? "h-1" : "h-1.5")}
        />
      ) : (
        <meter
          aria-label={label}
          aria-valuetext={say("valued", { score: scoreOf(score, locale), method })}
          min={0}
          max={100}
          value={score}
          className={classNames("score-bar mt-1.5", small && "h-1")}
        />
      )}
    </div>
  );
}
