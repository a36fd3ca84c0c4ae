import { Alert } from "@/components/ui/alert.tsx";
import { useWords } from "@/components/words/use-words.ts";
import type { ReviewAnalysis } from "@/lib/contract/review.ts";
import type { LookReason } from "@/lib/domain/look-reasons.ts";
import { catalogue } from "@/lib/words/catalogue.ts";
import { page } from "@/lib/words/en/review/page.ts";

const sentences = catalogue({ en: page });

/** What lies in the numbers alone; everything else is about what was asked, said or heard. */
const OF_NUMBERS: readonly LookReason[] = [
  ...(["little_evidence", "weak_category", "cuts_not_set", "near_a_cut", "band_crosses_cut"] as const),
  ...(["between_cuts", "person_fails"] as const),
];

/** Why a person must look, at the top of an interview, before anything is watched or believed. */
export function LookFirst({ analysis }: { analysis: ReviewAnalysis | null }) {
  const say = useWords(sentences);
  if (!analysis || analysis.look_reasons.length === 0) return null;
  const isSerious = analysis.look_reasons.some(({ code }) => !OF_NUMBERS.includes(code));
  return (
    <section aria-label={say("look:label")} className="mt-6">
      <Alert tone={isSerious ? "caution" : "info"} title={say("look:title")}>
        <ul className="flex max-w-prose list-disc flex-col gap-1 ps-5">
          {analysis.look_reasons.map(({ code, message }) => (
            <li key={code}>{message}</li>
          ))}
        </ul>
      </Alert>
    </section>
  );
}
