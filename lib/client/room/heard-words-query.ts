import { queryOptions } from "@tanstack/react-query";
import type { HeardWordsAnswer } from "../../contract/heard-words.ts";
import { getHeardWords } from "../interview-api.ts";
import { isPassing } from "../retry.ts";

/** Most answers have their words within a minute. */
const EAGER_MS = 60_000;
const EAGER_WAIT_MS = 3_000;
const PATIENT_WAIT_MS = 15_000;

/** What a page waits for: since when, by `performance.now()`, and how many answers there will be. */
export type Awaited = { sinceMs: number; count: number };

/** What was heard, asked for again and again while the page is visible and something is being written down, and not otherwise. */
export const heardWordsQuery = (sessionId: string, awaited: Awaited) =>
  queryOptions({
    queryKey: ["heard-words", sessionId],
    queryFn: async ({ signal }) => (await getHeardWords(sessionId, signal)).answers,
    refetchInterval: ({ state }) =>
      waitMs({ answers: state.data, error: state.error }, awaited, performance.now()) ?? false,
    retry: false,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
    staleTime: 0,
    gcTime: 0,
  });

type Known = { answers: HeardWordsAnswer["answers"] | undefined; error: Error | null };

/** How long until it is asked for again; null: there is nothing to wait for, or nothing more will come. */
export function waitMs({ answers = [], error }: Known, { sinceMs, count }: Awaited, nowMs: number): number | null {
  if (error && !isPassing(error)) return null;
  const isEager = nowMs - sinceMs < EAGER_MS;
  // An answer that was given a moment ago may still be on its way to the server.
  const isExpected = answers.some(({ state }) => state === "waiting") || (answers.length < count && isEager);
  if (!isExpected) return null;
  return isEager && !error ? EAGER_WAIT_MS : PATIENT_WAIT_MS;
}
