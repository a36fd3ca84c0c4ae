"use client";

import { useEffect, useRef, useState } from "react";

const ASK_AGAIN_MS = 5_000;

/**
 * Whether what the pages are read from does not answer now. Asks again until it does.
 * @param back called once when it answers again
 */
export function useDatabaseAway(back: () => void): boolean {
  const [away, setAway] = useState(false);
  const whenBack = useRef(back);
  whenBack.current = back;
  useEffect(() => {
    const stopped = new AbortController();
    let timer: ReturnType<typeof setTimeout> | undefined;
    async function ask(wasAway: boolean): Promise<void> {
      const ready = await isReady(stopped.signal);
      if (stopped.signal.aborted) return;
      setAway(!ready);
      if (!ready) timer = setTimeout(ask, ASK_AGAIN_MS, true);
      else if (wasAway) whenBack.current();
    }
    void ask(false);
    return () => {
      stopped.abort();
      clearTimeout(timer);
    };
  }, []);
  return away;
}

/** A server that cannot be reached is not ready either. */
function isReady(signal: AbortSignal): Promise<boolean> {
  return fetch("/api/ready", { signal, cache: "no-store" }).then(
    ({ ok }) => ok,
    () => false,
  );
}
