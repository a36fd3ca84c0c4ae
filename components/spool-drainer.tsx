"use client";

import { useEffect } from "react";
import { sweepDrafts } from "@/lib/client/drafts.ts";
import { drainLeftovers } from "@/lib/client/upload/drain-leftovers.ts";

const AGAIN_EVERY_MS = 30_000;

/**
 * On every page: sends what an earlier visit from this browser recorded and answered and could not send, without anybody
 * doing anything, and forgets drafts of interviews that are over. It shows nothing.
 */
export function SpoolDrainer() {
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
      await drainLeftovers(leaving.signal).catch(() => undefined);
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
