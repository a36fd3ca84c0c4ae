import { ChevronLeft, ChevronRight } from "lucide-react";
import { ButtonLink } from "@/components/ui/button.tsx";
import { type ListFilter, listAddress } from "./list-address.ts";

type PagerProps = { filter: ListFilter; newer: string | null; older: string | null };

/** To the neighbouring pages; nothing where there is only one. */
export function Pager({ filter, newer, older }: PagerProps) {
  if (!newer && !older) return null;
  return (
    <nav aria-label="Pages" className="mt-6 flex justify-between">
      {newer ? (
        <ButtonLink href={listAddress({ ...filter, newer })}>
          <ChevronLeft aria-hidden size={16} />
          Newer
        </ButtonLink>
      ) : (
        <span />
      )}
      {older ? (
        <ButtonLink href={listAddress({ ...filter, older })}>
          Older
          <ChevronRight aria-hidden size={16} />
        </ButtonLink>
      ) : null}
    </nav>
  );
}
