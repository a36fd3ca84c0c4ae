import { Trash2 } from "lucide-react";
import { useWords } from "@/components/words/use-words.ts";
import { catalogue } from "@/lib/words/catalogue.ts";
import { closed } from "@/lib/words/en/room/closed.ts";

const sentences = catalogue({ en: closed });

/** In place of the room, while the candidate's own request for deletion stands. */
export function RestingNotice({ organization }: { organization: string }) {
  const say = useWords(sentences);
  return (
    <div className="mx-auto flex max-w-lg flex-col items-center py-12 text-center sm:py-20">
      <span className="grid size-14 place-items-center rounded-card bg-accent-soft text-accent">
        <Trash2 aria-hidden size={28} strokeWidth={1.75} />
      </span>
      <h1 className="mt-6 text-2xl">{say("resting:title")}</h1>
      <p className="mt-3 text-muted">{say("resting:words", { organization })}</p>
    </div>
  );
}
