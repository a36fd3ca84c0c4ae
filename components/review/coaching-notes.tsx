import type { ReviewCoaching } from "@/lib/contract/review.ts";

/** How somebody speaks. It carries bias, so it weighs nothing, and the page says so. */
export function CoachingNotes({ coaching }: { coaching: ReviewCoaching }) {
  const notes = notesOf(coaching);
  if (notes.length === 0) return null;
  return (
    <div className="mt-4 border-t border-hairline pt-3 text-xs text-muted">
      <p>Notes without weight: not part of any score</p>
      <p className="mt-0.5 tabular-nums">{notes.join(" · ")}</p>
    </div>
  );
}

function notesOf({ filler_rate, words_per_minute, reading_ease }: ReviewCoaching): string[] {
  return [
    ...(filler_rate === null ? [] : [`${filler_rate.toFixed(1)} filler words in 100`]),
    ...(words_per_minute === null ? [] : [`${Math.round(words_per_minute)} words a minute`]),
    ...(reading_ease === null ? [] : [`reading ease ${Math.round(reading_ease)} of 100 (${easeWords(reading_ease)})`]),
  ];
}

/** Flesch's own bands. */
function easeWords(ease: number): string {
  if (ease >= 60) return "plain";
  return ease >= 30 ? "fairly hard" : "hard";
}
