import { ChevronLeft, ChevronRight } from "lucide-react";
import { useWords } from "@/components/words/use-words.ts";
import { catalogue } from "@/lib/words/catalogue.ts";
import { lists } from "@/lib/words/en/lists.ts";
import { ButtonLink } from "../button.tsx";

const sentences = catalogue({ en: lists });

type PagerProps = {
  /** Where the page above is; null where there is none. */
  back: string | null;
  /** Where the page below is. */
  on: string | null;
  /** Above is the very first page, however far up. */
  toFirst?: boolean;
};

/** To the other pages of a list; nothing where there is only one. */
export function Pager({ back, on, toFirst = false }: PagerProps) {
  const say = useWords(sentences);
  if (!back && !on) return null;
  return (
    <nav aria-label={say("pages")} className="mt-6 flex justify-between">
      {back ? (
        <ButtonLink href={back}>
          <ChevronLeft aria-hidden size={16} className="rtl:-scale-x-100" />
          {say(toFirst ? "newest" : "newer")}
        </ButtonLink>
      ) : (
        <span />
      )}
      {on ? (
        <ButtonLink href={on}>
          {say("older")}
          <ChevronRight aria-hidden size={16} className="rtl:-scale-x-100" />
        </ButtonLink>
      ) : null}
    </nav>
  );
}
