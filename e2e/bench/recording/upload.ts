import { createHash, randomBytes, randomUUID } from "node:crypto";
import { Agent, request } from "node:http";
import { setTimeout as delay } from "node:timers/promises";
import type { TestServer } from "../../support/server.ts";
import type { Say } from "../say.ts";
import { percentile } from "../statistics.ts";
import { type BareServer, startBareServer } from "./bare-server.ts";
import { type Usage, usageOf } from "./process-usage.ts";

const CANDIDATES = 100;
const SECONDS = 180;
/** One second at 1 Mbit/s. */
const PART_BYTES = 125_000;
/** One after the other, different each time: a disk may not get away with having seen them. */
const bytes = randomBytes(PART_BYTES + SECONDS);

/** How many send at once, and for how long. */
export type Candidates = { candidates: number; seconds: number };
const HUNDRED: Candidates = { candidates: CANDIDATES, seconds: SECONDS };

export type Run = {
  acknowledgedMs: number[];
  errors: number;
  cpuSeconds: number;
  peakBytes: number;
  idleBytes: number;
};

/**
 * A hundred candidates, each sending one part a second at 1 Mbit/s, to the product and then to a bare server that writes
 * each body to a file with fsync and does nothing else.
 */
export async function benchUpload(server: TestServer, say: Say, startSessions: StartSessions): Promise<void> {
  const segments = await startSessions(CANDIDATES);
  const ours = await load(server.baseUrl, server.pids().web, (candidate, seq) => {
    const { sessionId, segment } = segments[candidate] as Segment;
    return `/api/interview/session/${sessionId}/segments/${segment}/parts/${seq}`;
  });
  tell(say, "TalentFlow", ours);
  const bare: BareServer = await startBareServer(server.dataDir);
  try {
    const plain = await load(bare.baseUrl, bare.pid, () => `/${randomUUID()}`);
    tell(say, "bare server, write and fsync", plain);
    const ratio = (ours: number, plain: number) => (ours / plain).toFixed(2);
    say(
      `ratio to the bare server: p95 ${ratio(p95(ours), p95(plain))}, CPU per MB ${ratio(cpuPerMb(ours), cpuPerMb(plain))}`,
    );
  } finally {
    await bare.stop();
  }
}

export type Segment = { sessionId: string; segment: number };
export type StartSessions = (count: number) => Promise<Segment[]>;

/** Each candidate sends one part a second. */
export async function load(
  baseUrl: string,
  pid: number,
  pathOf: (candidate: number, seq: number) => string,
  { candidates, seconds }: Candidates = HUNDRED,
): Promise<Run> {
  const agent = new Agent({ keepAlive: true, maxSockets: candidates });
  const before = usageOf(pid);
  const peak = watchPeak(pid);
  const acknowledgedMs: number[] = [];
  let errors = 0;
  const candidate = async (number: number) => {
    await delay((number * 1000) / candidates); // they do not all begin in the same millisecond
    const startedAt = performance.now();
    for (let seq = 0; seq < seconds; seq++) {
      await delay(Math.max(0, startedAt + seq * 1000 - performance.now()));
      const sentAt = performance.now();
      const status = await put(agent, new URL(pathOf(number, seq), baseUrl), seq);
      acknowledgedMs.push(performance.now() - sentAt);
      if (status !== 200) errors += 1;
    }
  };
  await Promise.all(Array.from({ length: candidates }, (_, number) => candidate(number)));
  const after: Usage = usageOf(pid);
  agent.destroy();
  return {
    acknowledgedMs,
    errors,
    cpuSeconds: after.cpuSeconds - before.cpuSeconds,
    idleBytes: before.residentBytes,
    peakBytes: peak.stop(),
  };
}

function put(agent: Agent, url: URL, seq: number): Promise<number> {
  const body = bytes.subarray(seq, seq + PART_BYTES);
  const headers = {
    "content-length": body.byteLength,
    "x-part-offset": seq * PART_BYTES,
    "x-part-sha256": createHash("sha256").update(body).digest("hex"),
  };
  return new Promise((resolve, reject) => {
    const sent = request(url, { agent, method: "PUT", headers }, (response) => {
      response.resume().once("end", () => resolve(response.statusCode ?? 0));
    });
    sent.once("error", reject);
    sent.end(body);
  });
}

function watchPeak(pid: number) {
  let peak = 0;
  const timer = setInterval(() => {
    peak = Math.max(peak, usageOf(pid).residentBytes);
  }, 500);
  return {
    stop() {
      clearInterval(timer);
      return peak;
    },
  };
}

const p95 = (run: Run) => percentile(run.acknowledgedMs, 95);
const megabytes = (run: Run) => (run.acknowledgedMs.length * PART_BYTES) / 1e6;
const cpuPerMb = (run: Run) => run.cpuSeconds / megabytes(run);

function tell(say: Say, name: string, run: Run): void {
  const perUpload = (run.peakBytes - run.idleBytes) / CANDIDATES / 1024 ** 2;
  say(
    `${name}: ${run.acknowledgedMs.length} parts, ${megabytes(run).toFixed(0)} MB, ${run.errors} errors; acknowledged p50 ` +
      `${percentile(run.acknowledgedMs, 50).toFixed(1)} ms, p95 ${p95(run).toFixed(1)} ms, p99 ` +
      `${percentile(run.acknowledgedMs, 99).toFixed(1)} ms; CPU ${(cpuPerMb(run) * 1000).toFixed(1)} ms/MB; memory ` +
      `${(run.idleBytes / 1024 ** 2).toFixed(0)} MiB idle, ${(run.peakBytes / 1024 ** 2).toFixed(0)} MiB peak ` +
      `(${perUpload.toFixed(2)} MiB per upload)`,
  );
}
