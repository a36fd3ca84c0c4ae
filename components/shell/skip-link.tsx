import { useWords } from "@/components/words/use-words.ts";
import { catalogue } from "@/lib/words/catalogue.ts";
import { pages } from "@/lib/words/en/pages.ts";

const sentences = catalogue({ en: pages });

/** The first stop of the Tab key: past the navigation. It needs an element with the id `content`. */
export function SkipLink() {
  const say = useWords(sentences);
  return (
    <a
      href="#content"
      className="sr-only rounded-control bg-accent px-4 py-2 text-sm font-strong text-on-accent focus:not-sr-only focus:fixed focus:top-3 focus:start-3 focus:z-50"
    >
      {say("skip")}
    </a>
  );
}
