import Link from "next/link";
import type { ReactNode } from "react";
import { DocsNav } from "@/components/docs/docs-nav.tsx";
import { SkipLink } from "@/components/shell/skip-link.tsx";
import { Brand } from "@/components/ui/brand.tsx";

/** What stands around the documentation, which anybody may read. */
export default function DocsLayout({ children }: { children: ReactNode }) {
  return (
    <>
      <SkipLink />
      <header className="border-b border-hairline">
        <div className="mx-auto flex max-w-5xl flex-wrap items-center gap-x-10 px-4 max-sm:pt-4 sm:px-8">
          <Link href="/" aria-label="TalentFlow, home" className="flex rounded-control">
            <Brand />
          </Link>
          <DocsNav />
        </div>
      </header>
      <main id="content" tabIndex={-1} className="mx-auto max-w-5xl px-4 pt-8 pb-24 outline-none sm:px-8 sm:pt-10">
        {children}
      </main>
    </>
  );
}
