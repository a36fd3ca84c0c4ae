import { Button } from "@/components/ui/button.tsx";
import { useWords } from "@/components/words/use-words.ts";
import { catalogue } from "@/lib/words/catalogue.ts";
import { pages } from "@/lib/words/en/pages.ts";
import { useDatabaseAway } from "./use-database-away.ts";

const sentences = catalogue({ en: pages });

/** A page could not be shown: says why, what is safe, and offers to try again. */
export function Trouble({ error, retry }: { error: unknown; retry: () => void }) {
  const say = useWords(sentences);
  const away = useDatabaseAway(retry);
  const reference = error instanceof Error && "digest" in error ? String(error.digest) : null;
  return (
    <div role="alert">
      <h1 className="text-2xl">{say(away ? "away:title" : "broken:title")}</h1>
      <p className="mt-3 text-muted">{say(away ? "away:words" : "broken:words")}</p>
      {reference && !away ? <p className="mt-2 text-sm text-muted">{say("reference", { reference })}</p> : null}
      <Button variant="primary" onClick={retry} className="mt-8">
        {say("try_again")}
      </Button>
    </div>
  );
}
