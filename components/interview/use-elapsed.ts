import { useEffect, useState } from "react";

/** Whole seconds since a moment of `performance.now()`, counted on once a second. */
export function useElapsed(sinceMs: number): number {
  const read = () => Math.floor((performance.now() - sinceMs) / 1000);
  const [seconds, setSeconds] = useState(read);
  useEffect(() => {
    const timer = setInterval(() => setSeconds(Math.floor((performance.now() - sinceMs) / 1000)), 1000);
    return () => clearInterval(timer);
  }, [sinceMs]);
  return seconds;
}
