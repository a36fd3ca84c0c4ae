import Link from "next/link";
import type { ReactNode } from "react";
import { Brand } from "@/components/ui/brand.tsx";
import { useWords } from "@/components/words/use-words.ts";
import { catalogue } from "@/lib/words/catalogue.ts";
import { workspace } from "@/lib/words/en/workspace.ts";
import { NavLink } from "./nav-link.tsx";
import { SkipLink } from "./skip-link.tsx";

const sentences = catalogue({ en: workspace });

/** What stands around every page of the recruiters. `account` is the menu of whoever is signed in. */
export function AppShell({ account, children }: { account: ReactNode; children: ReactNode }) {
  const say = useWords(sentences);
  return (
    <>
      <SkipLink />
      <header className="print:hidden sticky top-0 z-30 border-b border-hairline bg-canvas/90 backdrop-blur-md">
        <div className="mx-auto flex h-16 max-w-7xl items-center gap-4 px-4 sm:gap-10 sm:px-8">
          <Link href="/dashboard" aria-label={say("home", { product: "TalentFlow" })} className="flex rounded-control">
            <Brand />
          </Link>
          <nav aria-label={say("main")} className="flex gap-6">
            <NavLink href="/dashboard" within={["/dashboard", "/interviews"]}>
              {say("interviews")}
            </NavLink>
          </nav>
          <div className="ms-auto">{account}</div>
        </div>
      </header>
      <main
        id="content"
        tabIndex={-1}
        className="mx-auto max-w-7xl px-4 pt-8 pb-24 outline-none sm:px-8 sm:pt-10 print:max-w-none print:p-0"
      >
        {children}
      </main>
    </>
  );
}
