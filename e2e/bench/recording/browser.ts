import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { type BrowserContext, chromium, type Page } from "playwright";
import { findChromium } from "../../../lib/cli/chromium.ts";
import { db } from "../../../lib/db/client.ts";
import { CHROMIUM_ARGUMENTS } from "../../support/chromium-arguments.ts";
import type { Tenant } from "../../support/tenant.ts";
import type { Say } from "../say.ts";
import { percentile } from "../statistics.ts";
import { withServer } from "../with-server.ts";

const RECORD_MINUTES = 10;
const CRASHES = 20;

/** What a recording costs the browser, how far the server is behind it, and what a killed browser loses. */
export function benchBrowser(say: Say): Promise<void> {
  return withServer(async ({ baseUrl }, tenant) => {
    await benchSteady(tenant, say);
    await benchCrashes(baseUrl, tenant, say);
  });
}

async function benchSteady(tenant: Tenant, say: Say): Promise<void> {
  await withProfile(async (open) => {
    const context = await open();
    const { page } = await startRecording(context, await tenant.invite());
    const early = await heapBytes(page);
    await delay(RECORD_MINUTES * 60_000);
    const late = await heapBytes(page);
    const perHour = ((late - early) / 1e6) * (60 / RECORD_MINUTES);
    say(
      `${RECORD_MINUTES} min of recording: JavaScript heap ${(early / 1e6).toFixed(1)} → ${(late / 1e6).toFixed(1)} MB, ` +
        `${perHour.toFixed(1)} MB/h`,
    );
  });
  const lags = await db().$queryRaw<{ lag: number }[]>`
    SELECT extract(epoch FROM parts.received_at - segments.started_at)::float8 - (parts.seq + 1) AS lag
    FROM parts JOIN segments ON segments.id = parts.segment_id JOIN sessions ON sessions.id = segments.session_id
    WHERE sessions.organization_id = ${tenant.actor.organizationId}::uuid`;
  const seconds = lags.map(({ lag }) => lag);
  say(
    `emitted → stored, ${seconds.length} parts: p50 ${percentile(seconds, 50).toFixed(2)} s, p95 ${percentile(seconds, 95).toFixed(2)} s`,
  );
}

/** Kills the whole browser at moments all over a second, comes back with the same profile and counts what is there. */
async function benchCrashes(baseUrl: string, tenant: Tenant, say: Say): Promise<void> {
  const lost: number[] = [];
  for (let crash = 0; crash < CRASHES; crash++) {
    const invitation = await tenant.invite();
    await withProfile(async (open) => {
      const context = await open();
      const { page, beganAt } = await startRecording(context, invitation);
      await delay(4000 + (crash * 1000) / CRASHES);
      const recordedSeconds = (Date.now() - beganAt) / 1000;
      await killBrowser(page);
      const back = await open();
      await (await back.newPage()).goto(baseUrl); // any page of the site brings what is left
      lost.push(recordedSeconds - (await storedSeconds(invitation.candidateId)));
      await back.close();
    });
  }
  say(
    `killed browser, ${CRASHES} times, lost: p50 ${percentile(lost, 50).toFixed(2)} s, p99 ${percentile(lost, 99).toFixed(2)} s`,
  );
}

/** The media time on the server once no more of it arrives: a part is one second. */
async function storedSeconds(candidateId: number): Promise<number> {
  const count = () => db().part.count({ where: { segment: { recording: { session: { candidateId } } } } });
  for (let before = -1, now = await count(); ; before = now, now = await count()) {
    if (now === before) return now;
    await delay(2000);
  }
}

type Invitation = Awaited<ReturnType<Tenant["invite"]>>;

async function startRecording(context: BrowserContext, { url }: Invitation): Promise<{ page: Page; beganAt: number }> {
  const page = await context.newPage();
  await page.goto(url);
  await page.getByRole("checkbox").check();
  await page.getByRole("button", { name: "Agree and continue" }).click();
  await page.getByRole("button", { name: "Turn on camera and microphone" }).click();
  await page.getByRole("button", { name: "Start the interview" }).click();
  await page.getByText("Recording", { exact: true }).waitFor();
  return { page, beganAt: Date.now() };
}

/** In use after a garbage collection. */
async function heapBytes(page: Page): Promise<number> {
  const session = await page.context().newCDPSession(page);
  await session.send("HeapProfiler.collectGarbage");
  const { usedSize } = await session.send("Runtime.getHeapUsage");
  return usedSize;
}

async function killBrowser(page: Page): Promise<void> {
  const session = await page.context().browser()?.newBrowserCDPSession();
  const gone = new Promise((resolve) => page.context().once("close", resolve));
  const info = await session?.send("SystemInfo.getProcessInfo");
  const browser = info?.processInfo.find(({ type }) => type === "browser");
  if (!browser) throw new Error("the browser does not say its process");
  process.kill(browser.id, "SIGKILL");
  await gone;
}

/** Lends a browser profile that outlives its browser. */
async function withProfile(use: (open: () => Promise<BrowserContext>) => Promise<void>): Promise<void> {
  const profile = await mkdtemp(join(tmpdir(), "talentflow-profile-"));
  const contexts: BrowserContext[] = [];
  try {
    await use(async () => {
      const context = await chromium.launchPersistentContext(profile, {
        executablePath: findChromium(),
        args: CHROMIUM_ARGUMENTS,
        permissions: ["camera", "microphone"],
      });
      contexts.push(context);
      return context;
    });
  } finally {
    await Promise.allSettled(contexts.map((context) => context.close())); // a killed one is closed already
    await rm(profile, { recursive: true, force: true });
  }
}
