import { MailOpen } from "lucide-react";
import { Card } from "@/components/ui/card.tsx";
import { EmptyState } from "@/components/ui/empty-state.tsx";
import type { Review } from "@/lib/contract/review.ts";

const WORDS = {
  invited: [
    "Not taken yet",
    "The candidate has the link and has not started. Recording, answers and scores appear here.",
  ],
  in_progress: ["Just started", "No question was asked yet."],
  interrupted: [
    "Interrupted right at the start",
    "The candidate left before the first question. Their link goes on where it stopped.",
  ],
  completed: ["Nothing was asked", "The interview ended before its first question."],
  expired: ["The link expired unused", "Invite the candidate again to give them a new one."],
  revoked: ["The invitation was revoked", "Its link no longer opens anything. Nothing was recorded."],
} as const satisfies Record<Review["state"], [title: string, words: string]>;

/** In place of questions and answers while there are none. */
export function NotTaken({ state }: Pick<Review, "state">) {
  const [title, words] = WORDS[state];
  return (
    <Card padding="none">
      <EmptyState icon={MailOpen} title={title}>
        {words}
      </EmptyState>
    </Card>
  );
}
