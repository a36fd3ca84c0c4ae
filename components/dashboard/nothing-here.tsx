import { Inbox, SearchX } from "lucide-react";
import type { ReactNode } from "react";
import { ButtonLink } from "@/components/ui/button.tsx";
import { EmptyState } from "@/components/ui/empty-state.tsx";
import type { ListFilter } from "./list-address.ts";

const WAITING = new Set<ListFilter["state"]>(["to_review", "another_look"]);

/** An empty list: the very first step, or the way out of a filter that finds nothing. */
export function NothingHere({ filter, invite }: { filter: ListFilter; invite: ReactNode }) {
  if (filter.search || filter.state) {
    return (
      <EmptyState
        icon={SearchX}
        title={WAITING.has(filter.state) && !filter.search ? "Nothing waits for you" : "No interview matches"}
        action={<ButtonLink href="/dashboard">Show all interviews</ButtonLink>}
      >
        {filter.search
          ? `Nobody called “${filter.search}” was found here. A part of the name or the address is enough.`
          : "There is none in this state."}
      </EmptyState>
    );
  }
  return (
    <EmptyState icon={Inbox} title="Invite your first candidate" action={invite}>
      {invite
        ? "You give a name and an address and get a personal link to send. The interview appears here at once, with its recording and answers as soon as it is taken."
        : "Interviews appear here as soon as somebody with the role to invite has sent a link."}
    </EmptyState>
  );
}
