import { createHash } from "node:crypto";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { db } from "../../../lib/db/client.ts";
import * as segments from "../../../lib/db/segments.ts";
import { startFaultProxy } from "../../../lib/testing/storage/fault-proxy.ts";
import { BUCKET, startS3Server } from "../../../lib/testing/storage/s3-server.ts";
import { openBrowser } from "../../support/browser.ts";
import { bySegment, type Slice } from "../../support/emitted.ts";
import { startTcpProxy } from "../../support/tcp-proxy.ts";
import type { Tenant } from "../../support/tenant.ts";
import type { Say } from "../say.ts";
import { withServer } from "../with-server.ts";
import { finishInterview, startRecording } from "./candidate.ts";

const OFFLINE_MINUTES = 30;
const S3_DOWN_MS = 60_000;
/** Recorded before and after each fault. */
const WELL_MS = 20_000;
/** What may be on its way at any moment while all is well. */
const ON_ITS_WAY = 2;
const POLL_MS = 200;

/** Where a fault happens: a candidate who records, and the bytes that the server keeps of it. */
type Scene = { origin: string; tenant: Tenant; readPart(storageKey: string): Promise<Uint8Array> };
type Fault = { name: string; lastsMs: number; begin(): void; end(): void };

/*
 * The faults that last long, as long as they last: a real browser records through them, and every byte that its recorder gave is
 * compared with what is stored.
 */

/** @param minutes how long the network is away */
export function benchOffline(say: Say, minutes = OFFLINE_MINUTES): Promise<void> {
  return withServer(async (server, tenant) => {
    const line = await startTcpProxy(server.baseUrl);
    const readPart = (key: string) => readFile(join(server.dataDir, key));
    const fault = { name: "network cut", lastsMs: minutes * 60_000, begin: line.cut, end: line.restore };
    await suffer({ origin: line.origin, tenant, readPart }, fault, say).finally(line.close);
  });
}

export async function benchS3Down(say: Say): Promise<void> {
  const s3 = await startS3Server();
  const proxy = await startFaultProxy(s3.port);
  const variables = {
    STORAGE_DRIVER: "s3",
    S3_BUCKET: BUCKET,
    S3_ENDPOINT: `http://127.0.0.1:${proxy.port}`,
    S3_FORCE_PATH_STYLE: "1",
    S3_ACCESS_KEY_ID: "S3RVER",
    S3_SECRET_ACCESS_KEY: "S3RVER",
  };
  const readPart = async (key: string) => s3.store.objects.get(key)?.bytes ?? new Uint8Array();
  const fault: Fault = {
    name: "S3 down",
    lastsMs: S3_DOWN_MS,
    begin: () => proxy.decide(() => "down"),
    end: () => proxy.decide(() => "pass"),
  };
  await withServer(
    ({ baseUrl }, tenant) => suffer({ origin: baseUrl, tenant, readPart }, fault, say),
    variables,
  ).finally(async () => {
    await proxy.close();
    await s3.close();
  });
}

async function suffer({ origin, tenant, readPart }: Scene, fault: Fault, say: Say): Promise<void> {
  const profile = await mkdtemp(join(tmpdir(), "talentflow-profile-"));
  const { context, page, emitted } = await openBrowser(profile);
  try {
    const { url, candidateId } = await tenant.invite();
    await startRecording(page, url.replace(new URL(url).origin, origin));
    await delay(WELL_MS);
    fault.begin();
    await delay(fault.lastsMs);
    const { sessionId } = await sessionOf(candidateId);
    const waiting = emitted.length - (await storedHashes(sessionId)).length;
    const waitingBytes = bytesOf(emitted.slice(-waiting));
    fault.end();
    const endedAt = performance.now();
    while (emitted.length - (await storedHashes(sessionId)).length > ON_ITS_WAY) await delay(POLL_MS);
    const drainedSeconds = (performance.now() - endedAt) / 1000;
    say(
      `${fault.name} for ${fault.lastsMs / 1000} s: ${waiting} slices, ${megabytes(waitingBytes)} MB waited in the browser, and were ` +
        `stored ${drainedSeconds.toFixed(1)} s after its end`,
    );
    await delay(WELL_MS);
    await finishInterview(page);
    const { durationSeconds, gaps } = await published(sessionId);
    const { parts, bytes } = await compare(sessionId, emitted, readPart);
    say(
      `${fault.name}: emitted ${emitted.length} slices, ${megabytes(bytesOf(emitted))} MB; stored ${parts} parts, ${megabytes(bytes)} MB, ` +
        `each the same bytes in the same order; published ${durationSeconds?.toFixed(1)} s with ${JSON.stringify(gaps)} missing`,
    );
  } finally {
    await context.close();
    await rm(profile, { recursive: true, force: true, maxRetries: 5 }); // a closing browser writes to the last
  }
}

async function sessionOf(candidateId: number): Promise<{ sessionId: string }> {
  const { id } = await db().session.findFirstOrThrow({ where: { candidateId } });
  return { sessionId: id };
}

const storedParts = async (sessionId: string) =>
  (await segments.listWithParts(db(), sessionId)).flatMap(({ parts }) => parts);

const storedHashes = async (sessionId: string) => (await storedParts(sessionId)).map(({ sha256 }) => sha256);

/**
 * Reads back all that is stored.
 * @throws Error when it is not what was emitted, in this order
 */
async function compare(sessionId: string, emitted: readonly Slice[], readPart: Scene["readPart"]) {
  const hashes: string[] = [];
  let bytes = 0;
  for (const { storageKey } of await storedParts(sessionId)) {
    const part = await readPart(storageKey);
    hashes.push(createHash("sha256").update(part).digest("hex"));
    bytes += part.byteLength;
  }
  const expected = bySegment(emitted).flat();
  const wrong = expected.findIndex((hash, index) => hash !== hashes[index]);
  if (wrong >= 0 || hashes.length !== expected.length) {
    throw new Error(`slice ${wrong} of ${expected.length} is not what is stored; there are ${hashes.length} parts`);
  }
  return { parts: hashes.length, bytes };
}

/** The recording once the worker is done with it. */
async function published(sessionId: string) {
  for (;;) {
    const recording = await db().recording.findUniqueOrThrow({ where: { sessionId } });
    if (recording.processingStatus === "failed")
      throw new Error(`the recording could not be joined: ${recording.error}`);
    if (recording.processingStatus === "completed" && !recording.provisional) return recording;
    await delay(POLL_MS);
  }
}

const bytesOf = (slices: readonly Slice[]) => slices.reduce((sum, { size }) => sum + size, 0);
const megabytes = (bytes: number) => (bytes / 1e6).toFixed(1);
