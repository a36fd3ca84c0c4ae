import type { Metadata } from "next";
import { PlainPage } from "@/components/shell/plain-page.tsx";
import { ButtonLink } from "@/components/ui/button.tsx";
import { pageLocale } from "@/components/words/page-locale.ts";
import { useWords } from "@/components/words/use-words.ts";
import { catalogue } from "@/lib/words/catalogue.ts";
import { pages } from "@/lib/words/en/pages.ts";

const sentences = catalogue({ en: pages });

export async function generateMetadata(): Promise<Metadata> {
  return { title: sentences.in(await pageLocale())("not_found:page") };
}

export default function NotFound() {
  const say = useWords(sentences);
  return (
    <PlainPage>
      <h1 className="text-2xl">{say("not_found:title")}</h1>
      <p className="mt-3 text-muted">{say("not_found:words")}</p>
      <div className="mt-8">
        <ButtonLink href="/">{say("not_found:start")}</ButtonLink>
      </div>
    </PlainPage>
  );
}
