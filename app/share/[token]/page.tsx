import type { Metadata } from "next";
import { headers } from "next/headers";
import { notFound } from "next/navigation";
import { SharedScreen } from "@/components/share/shared-screen.tsx";
import { Brand } from "@/components/ui/brand.tsx";
import { pageLocale } from "@/components/words/page-locale.ts";
import type { SharedReview } from "@/lib/contract/shared-review.ts";
import { AppError } from "@/lib/errors.ts";
import { countWrongLink } from "@/lib/http/wrong-links.ts";
import { presentShared } from "@/lib/present/pages/shared-review.ts";
import { getSharedInterview } from "@/lib/shares/shared-interview.ts";
import { catalogue } from "@/lib/words/catalogue.ts";
import { sharing } from "@/lib/words/en/review/sharing.ts";

const sentences = catalogue({ en: sharing });

// The address opens the interview: no search engine may keep it, no other site may see it as a referrer.
export async function generateMetadata(): Promise<Metadata> {
  return {
    title: sentences.in(await pageLocale())("page:title"),
    robots: { index: false, follow: false, noarchive: true },
    referrer: "no-referrer",
  };
}

/** One interview, for whoever holds its share link. */
export default async function SharedPage({ params }: { params: Promise<{ token: string }> }) {
  const review = await loadShared((await params).token);
  if (!review) {
    await countWrongLink(await headers());
    notFound();
  }
  return (
    <>
      <header className="border-b border-hairline">
        <div className="mx-auto flex h-16 max-w-7xl items-center px-4 sm:px-8">
          <Brand />
        </div>
      </header>
      <main id="content" className="mx-auto max-w-7xl px-4 pt-8 pb-24 sm:px-8 sm:pt-10">
        <SharedScreen review={review} />
      </main>
    </>
  );
}

/** What is restricted meanwhile looks like what is over: why is not for strangers to know. */
async function loadShared(token: string): Promise<SharedReview | null> {
  try {
    const shared = await getSharedInterview(token);
    return shared && presentShared(shared, token, await pageLocale());
  } catch (error) {
    if (error instanceof AppError && error.code === "deletion_requested") notFound();
    throw error;
  }
}
