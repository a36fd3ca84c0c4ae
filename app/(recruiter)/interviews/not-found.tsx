import { SearchX } from "lucide-react";
import { ButtonLink } from "@/components/ui/button.tsx";
import { EmptyState } from "@/components/ui/empty-state.tsx";
import { useWords } from "@/components/words/use-words.ts";
import { catalogue } from "@/lib/words/catalogue.ts";
import { page } from "@/lib/words/en/review/page.ts";

const sentences = catalogue({ en: page });

export default function InterviewNotFound() {
  const say = useWords(sentences);
  return (
    <EmptyState
      level={1}
      icon={SearchX}
      title={say("not_found:title")}
      action={<ButtonLink href="/dashboard">{say("not_found:all")}</ButtonLink>}
    >
      {say("not_found:words")}
    </EmptyState>
  );
}
