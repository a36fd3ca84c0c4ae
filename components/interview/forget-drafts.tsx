"use client";

import { useEffect } from "react";
import { forgetDrafts } from "@/lib/client/drafts.ts";

/** An interview that is over leaves nothing of what was being written in this browser. It shows nothing. */
export function ForgetDrafts({ localKey }: { localKey: string }) {
  useEffect(() => forgetDrafts(localKey), [localKey]);
  return null;
}
