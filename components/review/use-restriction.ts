"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";
import { ClientError } from "@/lib/client/fetch-json.ts";

/** The candidate asks for deletion while somebody has the review open: the page is made anew, in its restricted form. */
export function useRestriction(errors: readonly (Error | null)[]): void {
  const router = useRouter();
  const restricted = errors.some((error) => error instanceof ClientError && error.code === "deletion_requested");
  useEffect(() => {
    if (restricted) router.refresh();
  }, [restricted, router]);
}
