import { useEffect, useEffectEvent } from "react";

/** Rarely enough to disturb nobody, also a device that another program is about to open. */
const RETRY_EVERY_MS = 10_000;

/**
 * Tries something every ten seconds for as long as it is wanted, and at once when there is news.
 * @param news counts what may have changed the outcome
 */
export function useGentleRetry(wanted: boolean, attempt: () => void, news = 0): void {
  const onTry = useEffectEvent(attempt);
  useEffect(() => {
    if (!wanted) return;
    const timer = setInterval(() => onTry(), RETRY_EVERY_MS);
    return () => clearInterval(timer);
  }, [wanted]);
  const onNews = useEffectEvent((news: number) => {
    if (wanted && news > 0) attempt();
  });
  useEffect(() => onNews(news), [news]);
}
