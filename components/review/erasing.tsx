"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";
import { Spinner } from "@/components/ui/spinner.tsx";
import { useWords } from "@/components/words/use-words.ts";
import { catalogue } from "@/lib/words/catalogue.ts";
import { deletion } from "@/lib/words/en/review/deletion.ts";

const sentences = catalogue({ en: deletion });

const LOOK_EVERY_MS = 2_000;

/** Shown while it lasts; the page is made anew until it is over. */
export function Erasing() {
  const say = useWords(sentences);
  const router = useRouter();
  useEffect(() => {
    const looking = setInterval(() => router.refresh(), LOOK_EVERY_MS);
    return () => clearInterval(looking);
  }, [router]);
  return (
    <p role="status" className="mt-3 flex items-center gap-2 text-sm">
      <Spinner /> {say("erasing")}
    </p>
  );
}
