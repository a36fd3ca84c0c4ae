import type { Metadata } from "next";
import { PlainPage } from "@/components/shell/plain-page.tsx";
import { pageLocale } from "@/components/words/page-locale.ts";
import { useWords } from "@/components/words/use-words.ts";
import { catalogue } from "@/lib/words/catalogue.ts";
import { sharing } from "@/lib/words/en/review/sharing.ts";

const sentences = catalogue({ en: sharing });

export async function generateMetadata(): Promise<Metadata> {
  return { title: sentences.in(await pageLocale())("page:title") };
}

/** Unknown, revoked and over look the same: it says nothing about what there was. */
export default function NothingShared() {
  const say = useWords(sentences);
  return (
    <PlainPage>
      <h1 className="text-2xl">{say("gone:title")}</h1>
      <p className="mt-3 text-muted">{say("gone:words")}</p>
    </PlainPage>
  );
}
