import { useLocale } from "#use-locale";
import type { ReviewCoaching } from "@/lib/contract/review.ts";
import { catalogue } from "@/lib/words/catalogue.ts";
import { answers } from "@/lib/words/en/review/answers.ts";
import { decimalOf } from "@/lib/words/format.ts";
import type { Locale } from "@/lib/words/locale.ts";

const sentences = catalogue({ en: answers });

/** How somebody speaks. It carries bias, so it weighs nothing, and the page says so. */
export function CoachingNotes({ coaching }: { coaching: ReviewCoaching }) {
  const locale = useLocale();
  const notes = notesOf(coaching, locale);
  if (notes.length === 0) return null;
  return (
    <div className="mt-4 border-t border-hairline pt-3 text-xs text-muted">
      <p>{sentences.in(locale)("weightless")}</p>
      <p className="mt-0.5 tabular-nums">{notes.join(" · ")}</p>
    </div>
  );
}

function notesOf({ filler_rate, words_per_minute, reading_ease: ease }: ReviewCoaching, locale: Locale): string[] {
  const say = sentences.in(locale);
  return [
    ...(filler_rate === null ? [] : [say("fillers", { count: decimalOf(filler_rate, 1, locale) })]),
    ...(words_per_minute === null ? [] : [say("pace", { count: Math.round(words_per_minute) })]),
    ...(ease === null ? [] : [say(easeOf(ease), { ease: Math.round(ease) })]),
  ];
}

/** Flesch's own bands. */
function easeOf(ease: number): "ease:plain" | "ease:fair" | "ease:hard" {
  if (ease >= 60) return "ease:plain";
  return ease >= 30 ? "ease:fair" : "ease:hard";
}
