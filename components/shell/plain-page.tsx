import Link from "next/link";
import type { ReactNode } from "react";
import { Brand, PRODUCT } from "@/components/ui/brand.tsx";
import { useWords } from "@/components/words/use-words.ts";
import { catalogue } from "@/lib/words/catalogue.ts";
import { pages } from "@/lib/words/en/pages.ts";

const sentences = catalogue({ en: pages });

/** A page with one thing on it, in the middle: signing in, or saying that something is not there. */
export function PlainPage({ children }: { children: ReactNode }) {
  const say = useWords(sentences);
  return (
    <div className="flex min-h-dvh flex-col">
      <header className="px-4 py-5 sm:px-8">
        <Link href="/" aria-label={say("home", { product: PRODUCT })} className="inline-flex rounded-control">
          <Brand />
        </Link>
      </header>
      <main id="content" className="mx-auto flex w-full max-w-md flex-1 flex-col justify-center px-4 pt-4 pb-32">
        {children}
      </main>
    </div>
  );
}
