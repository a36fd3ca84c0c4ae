import { TriangleAlert } from "lucide-react";
import { useLocale } from "#use-locale";
import { catalogue } from "@/lib/words/catalogue.ts";
import { scores } from "@/lib/words/en/review/scores.ts";
import { flagAdvice } from "./flag-advice.ts";

const sentences = catalogue({ en: scores });

/** What somebody should know before believing a score, in plain words, and what they can do about it. */
export function Flags({ flags }: { flags: { code: string; message: string }[] }) {
  const locale = useLocale();
  const say = sentences.in(locale);
  if (flags.length === 0) return null;
  return (
    <ul aria-label={say("flags")} className="flex max-w-prose flex-col gap-2">
      {flags.map(({ code, message }) => {
        const advice = flagAdvice(code, locale);
        return (
          <li key={`${code} ${message}`} className="flex gap-2 text-sm">
            <TriangleAlert aria-hidden size={16} className="mt-0.5 shrink-0 text-caution" />
            <span>
              {message}
              {advice ? <span className="mt-0.5 block text-muted">{say("advice", { advice })}</span> : null}
            </span>
          </li>
        );
      })}
    </ul>
  );
}
