import { classNames } from "@/components/ui/class-names.ts";
import { scoreOf } from "@/lib/words/format.ts";

type ScoreBarProps = {
  label: string;
  /** 0–100; null: not enough to judge by. */
  score: number | null;
  /** How the score came about; read out with it. */
  method: string;
  small?: boolean;
};

/** A score as a word, a number and a length. All bars have one colour: a bar measures, it does not praise. */
export function ScoreBar({ label, score, method, small = false }: ScoreBarProps) {
  return (
    <div>
      <div className="flex items-baseline justify-between gap-4 text-sm">
        <span className={small ? "text-muted" : ""}>{label}</span>
        {score === null ? (
          <span className="text-muted">Not assessed</span>
        ) : (
          <span aria-hidden className="font-strong tabular-nums">
            {scoreOf(score)}
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
          aria-valuetext={`${scoreOf(score)} of 100, ${method}`}
          min={0}
          max={100}
          value={score}
          className={classNames("score-bar mt-1.5", small && "h-1")}
        />
      )}
    </div>
  );
}
