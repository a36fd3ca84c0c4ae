import { MailOpen } from "lucide-react";
import { Card } from "@/components/ui/card.tsx";
import { EmptyState } from "@/components/ui/empty-state.tsx";
import { useWords } from "@/components/words/use-words.ts";
import type { Review } from "@/lib/contract/review.ts";
import { catalogue } from "@/lib/words/catalogue.ts";
import { page } from "@/lib/words/en/review/page.ts";

const sentences = catalogue({ en: page });

/** In place of questions and answers while there are none. */
export function NotTaken({ state }: Pick<Review, "state">) {
  const say = useWords(sentences);
  return (
    <Card padding="none">
      <EmptyState icon={MailOpen} title={say(`nothing:${state}`)}>
        {say(`nothing_words:${state}`)}
      </EmptyState>
    </Card>
  );
}
