import { ChevronLeft, ChevronRight } from "lucide-react";
import { ButtonLink } from "../button.tsx";

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
  if (!back && !on) return null;
  return (
    <nav aria-label="Pages" className="mt-6 flex justify-between">
      {back ? (
        <ButtonLink href={back}>
          <ChevronLeft aria-hidden size={16} />
          {toFirst ? "Newest" : "Newer"}
        </ButtonLink>
      ) : (
        <span />
      )}
      {on ? (
        <ButtonLink href={on}>
          Older
          <ChevronRight aria-hidden size={16} />
        </ButtonLink>
      ) : null}
    </nav>
  );
}
