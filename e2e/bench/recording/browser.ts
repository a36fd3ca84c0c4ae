import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import type { Page } from "playwright";
import { db } from "../../../lib/db/client.ts";
import { killBrowser, openBrowser } from "../../support/browser.ts";
import type { Tenant } from "../../support/tenant.ts";
import type { Say } from "../say.ts";
import { percentile } from "../statistics.ts";
import { withServer } from "../with-server.ts";
import { startRecording } from "./candidate.ts";

const RECORD_MINUTES = 10;
const CRASHES = 20;
/** The first half minute is the page settling, not growth. */
const SETTLE_MS = 30_000;

/** What a recording costs the browser, how far the server is behind it, and what a killed browser loses. */
export function benchBrowser(say: Say): Promise<void> {
  return withServer(async ({ baseUrl }, tenant) => {
    await benchSteady(tenant, say);
    await benchCrashes(baseUrl, tenant, say);
  });
}

async function benchSteady(tenant: Tenant, say: Say): Promise<void> {
  await withProfile(async (profile) => {
    const { context, page, emitted } = await openBrowser(profile);
    const invitation = await tenant.invite();
    await startRecording(page, invitation.url);
    await delay(SETTLE_MS);
    const early = await heapBytes(page);
    await delay(RECORD_MINUTES * 60_000);
    const late = await heapBytes(page);
    const perHour = ((late - early) / 1e6) * (60 / RECORD_MINUTES);
    say(
      `${RECORD_MINUTES} min of recording: JavaScript heap ${(early / 1e6).toFixed(1)} → ${(late / 1e6).toFixed(1)} MB, ` +
        `${perHour.toFixed(1)} MB/h`,
    );
    const received = await receivedAt(invitation.candidateId);
    const lags = emitted.flatMap(({ sha256, at }) => {
      const then = received.get(sha256);
      return then === undefined ? [] : [(then - at) / 1000];
    });
    say(
      `emitted → stored, ${lags.length} of ${emitted.length} slices: p50 ${percentile(lags, 50).toFixed(2)} s, ` +
        `p95 ${percentile(lags, 95).toFixed(2)} s`,
    );
    await context.close();
  });
}

/** Kills the whole browser at moments all over a second, comes back with the same profile and counts what is there. */
async function benchCrashes(baseUrl: string, tenant: Tenant, say: Say): Promise<void> {
  const lost: number[] = [];
  for (let crash = 0; crash < CRASHES; crash++) {
    const invitation = await tenant.invite();
    await withProfile(async (profile) => {
      const first = await openBrowser(profile);
      await startRecording(first.page, invitation.url);
      await delay(4000 + (crash * 1000) / CRASHES);
      const gone = first.context.waitForEvent("close");
      const killedAt = Date.now();
      await killBrowser(profile);
      await gone;
      const second = await openBrowser(profile);
      await second.page.goto(baseUrl); // any page of the site brings what is left
      const received = await settled(() => receivedAt(invitation.candidateId));
      const kept = first.emitted.filter(({ sha256 }) => received.has(sha256)).map(({ at }) => at);
      lost.push((killedAt - Math.max(...kept)) / 1000);
      await second.context.close();
    });
  }
  say(
    `killed browser, ${CRASHES} times, lost: p50 ${percentile(lost, 50).toFixed(2)} s, ` +
      `p99 ${percentile(lost, 99).toFixed(2)} s, most ${Math.max(...lost).toFixed(2)} s`,
  );
}

/** When each slice of a candidate was stored: its hash → Unix milliseconds. */
async function receivedAt(candidateId: number): Promise<Map<string, number>> {
  const parts = await db().part.findMany({
    where: { segment: { recording: { session: { candidateId } } } },
    select: { sha256: true, receivedAt: true },
  });
  return new Map(parts.map((part) => [part.sha256, part.receivedAt.getTime()]));
}

/** What is there once no more of it arrives. */
async function settled<K, V>(read: () => Promise<Map<K, V>>): Promise<Map<K, V>> {
  for (let before = -1; ; ) {
    const now = await read();
    if (now.size === before) return now;
    before = now.size;
    await delay(4000);
  }
}

/** In use after a garbage collection. */
async function heapBytes(page: Page): Promise<number> {
  const session = await page.context().newCDPSession(page);
  await session.send("HeapProfiler.collectGarbage");
  const { usedSize } = await session.send("Runtime.getHeapUsage");
  return usedSize;
}

/** Lends a browser profile that outlives its browser. */
async function withProfile(use: (profile: string) => Promise<void>): Promise<void> {
  const profile = await mkdtemp(join(tmpdir(), "talentflow-profile-"));
  try {
    await use(profile);
  } finally {
    await rm(profile, { recursive: true, force: true, maxRetries: 5 }); // a closing browser writes to the last
  }
}
