import { Inbox, SearchX } from "lucide-react";
import type { ReactNode } from "react";
import { ButtonLink } from "@/components/ui/button.tsx";
import { EmptyState } from "@/components/ui/empty-state.tsx";
import { useWords } from "@/components/words/use-words.ts";
import { catalogue } from "@/lib/words/catalogue.ts";
import { list } from "@/lib/words/en/interviews/list.ts";
import type { ListFilter } from "./list-address.ts";

const sentences = catalogue({ en: list });

const WAITING = new Set<ListFilter["state"]>(["to_review", "another_look"]);

/** An empty list: the very first step, or the way out of a filter that finds nothing. */
export function NothingHere({ filter, invite }: { filter: ListFilter; invite: ReactNode }) {
  const say = useWords(sentences);
  if (filter.search || filter.state) {
    return (
      <EmptyState
        icon={SearchX}
        title={WAITING.has(filter.state) && !filter.search ? say("nothing:waits") : say("nothing:matches")}
        action={<ButtonLink href="/dashboard">{say("nothing:show_all")}</ButtonLink>}
      >
        {filter.search ? say("nothing:found", { search: filter.search }) : say("nothing:in_state")}
      </EmptyState>
    );
  }
  return (
    <EmptyState icon={Inbox} title={say("first:title")} action={invite}>
      {invite ? say("first:words") : say("first:others")}
    </EmptyState>
  );
}
