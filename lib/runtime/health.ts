import { setTimeout as delay } from "node:timers/promises";

const LIMIT_MS = 60_000;

/** Also that which interviews can do without for a while. */
function allWell(text: string): boolean {
  const { checks } = JSON.parse(text) as { checks: Record<string, boolean> };
  return Object.values(checks).every(Boolean);
}

/** The last thing `/api/health` said, for a person. */
export type Health = { ok: true } | { ok: false; why: string };

/**
 * Asks `/api/health` until all is well.
 *
 * @param giveUp answers why waiting has no sense any more, or null
 */
export async function waitUntilHealthy(port: number, stop: AbortSignal, giveUp: () => string | null): Promise<Health> {
  const deadline = Date.now() + LIMIT_MS;
  let why = "it does not answer";
  while (Date.now() < deadline && !stop.aborted) {
    const reason = giveUp();
    if (reason) return { ok: false, why: reason };
    try {
      const response = await fetch(`http://127.0.0.1:${port}/api/health`, { signal: AbortSignal.timeout(5_000) });
      const text = await response.text();
      if (response.ok && allWell(text)) return { ok: true };
      why = `/api/health answers ${response.status}: ${text.slice(0, 300)}`;
    } catch {
      // Not listening yet: `why` keeps what was known before.
    }
    await delay(100);
  }
  return { ok: false, why };
}
