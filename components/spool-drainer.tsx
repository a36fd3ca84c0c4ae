"use client";

import { useEffect, useEffectEvent } from "react";
import { useToast } from "@/components/ui/toast.tsx";
import { useWords } from "@/components/words/use-words.ts";
import { sweepDrafts } from "@/lib/client/drafts.ts";
import { catalogue } from "@/lib/words/catalogue.ts";
import { late } from "@/lib/words/en/room/late.ts";

const sentences = catalogue({ en: late });

const AGAIN_EVERY_MS = 30_000;

/**
 * On every page: sends what an earlier visit from this browser recorded and answered and could not send, without anybody
 * doing anything, and forgets drafts of interviews that are over. It shows nothing, but for answers that came too late.
 */
export function SpoolDrainer() {
  const say = useWords(sentences);
  const toast = useToast();
  const tellTooLate = useEffectEvent((answers: number) => {
    toast({
      tone: "caution",
      title: say("title", { answers }),
      description: say("words"),
      action: { label: say("all_right"), onSelect: () => undefined },
    });
  });
  useEffect(sweepDrafts, []);
  useEffect(() => {
    // Pages without a secure origin cannot record, and a browser that keeps nothing has nothing left.
    if (!navigator.locks || !window.indexedDB) return;
    const leaving = new AbortController();
    let draining = false;
    const drain = async () => {
      if (draining) return;
      draining = true;
      // What fails here is tried again; the page it happens on is about something else.
      await sendLeftovers(leaving.signal, tellTooLate).catch(() => undefined);
      draining = false;
    };
    void drain();
    const timer = setInterval(() => void drain(), AGAIN_EVERY_MS);
    const onOnline = () => void drain();
    window.addEventListener("online", onOnline);
    return () => {
      leaving.abort();
      clearInterval(timer);
      window.removeEventListener("online", onOnline);
    };
  }, []);
  return null;
}

/** Loaded once the page stands: it is on every page, and few have anything left. */
async function sendLeftovers(signal: AbortSignal, tellTooLate: (answers: number) => void): Promise<void> {
  const { drainLeftovers } = await import("@/lib/client/upload/drain-leftovers.ts");
  await drainLeftovers(signal, tellTooLate);
}
