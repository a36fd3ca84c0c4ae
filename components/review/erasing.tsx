"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";
import { Spinner } from "@/components/ui/spinner.tsx";

const LOOK_EVERY_MS = 2_000;

/** Shown while it lasts; the page is made anew until it is over. */
export function Erasing() {
  const router = useRouter();
  useEffect(() => {
    const looking = setInterval(() => router.refresh(), LOOK_EVERY_MS);
    return () => clearInterval(looking);
  }, [router]);
  return (
    <p role="status" className="mt-3 flex items-center gap-2 text-sm">
      <Spinner /> Everything is being erased. This takes seconds; you may leave the page.
    </p>
  );
}
