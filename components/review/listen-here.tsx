import { useWords } from "@/components/words/use-words.ts";
import type { ReviewQuestionAnalysis } from "@/lib/contract/review.ts";
import { catalogue } from "@/lib/words/catalogue.ts";
import { answers } from "@/lib/words/en/review/answers.ts";
import { QuoteButton } from "./quote-button.tsx";

const sentences = catalogue({ en: answers });

/** The seconds of an answer that a score hangs on; a click plays them. */
export function ListenHere({ listen }: Pick<ReviewQuestionAnalysis, "listen">) {
  const say = useWords(sentences);
  if (listen.length === 0) return null;
  return (
    <div>
      <h4 className="text-sm">{say("listen")}</h4>
      <p className="text-xs text-muted">{say("listen_why")}</p>
      <ul aria-label={say("listen")} className="mt-1 flex flex-col gap-1 text-sm">
        {listen.map(({ text, ...played }) => (
          <li key={text}>
            <QuoteButton quoted={{ quote: text, ...played, approximate: false }} />
          </li>
        ))}
      </ul>
    </div>
  );
}
