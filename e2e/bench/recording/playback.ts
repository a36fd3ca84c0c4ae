import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { freePort } from "../../support/server.ts";
import type { Say } from "../say.ts";
import { median, percentile } from "../statistics.ts";
import type { Published } from "./published.ts";
import { openRangeReader } from "./range-reader.ts";

const NGINX = "/usr/sbin/nginx";
const SEEKS = 300;
const RANGE_BYTES = 1_000_000;
const ROUNDS = 5;

/** First byte of a range and the whole file's throughput, both beside nginx serving the same file, in turn. */
export async function benchPlayback(media: Published, say: Say): Promise<void> {
  const nginx = existsSync(NGINX) ? await startNginx(media.file) : null;
  try {
    const [ours, theirs]: [number[], number[]] = [[], []];
    const readers = await Promise.all([
      openRangeReader(media.url, media.headers),
      nginx && openRangeReader(nginx.url, {}),
    ]);
    for (let seek = 0; seek < SEEKS; seek++) {
      const start = Math.floor(((seek * 0.618) % 1) * (media.sizeBytes - RANGE_BYTES)); // all over the file
      const end = start + RANGE_BYTES - 1;
      ours.push(await readers[0].firstByteMs(start, end));
      if (readers[1]) theirs.push(await readers[1].firstByteMs(start, end));
    }
    for (const reader of readers) reader?.close();
    say(`first byte of a range: ${figures(ours)}${nginx ? `; nginx ${figures(theirs)}` : ""}`);
    if (nginx) await compareThroughput(media, nginx.url, say);
    else say("nginx is not installed: nothing to compare with");
  } finally {
    await nginx?.stop();
  }
}

const figures = (ms: number[]) => `p50 ${median(ms).toFixed(1)} ms, p95 ${percentile(ms, 95).toFixed(1)} ms`;

async function compareThroughput({ url, headers, sizeBytes }: Published, nginxUrl: string, say: Say): Promise<void> {
  const [ours, theirs]: [number[], number[]] = [[], []];
  for (let round = 0; round < ROUNDS; round++) {
    ours.push(await throughput(url, headers, sizeBytes));
    theirs.push(await throughput(nginxUrl, {}, sizeBytes));
  }
  say(
    `whole file: ${median(ours).toFixed(0)} MB/s, nginx ${median(theirs).toFixed(0)} MB/s, ` +
      `ratio ${(median(ours) / median(theirs)).toFixed(2)}`,
  );
}

/** Megabytes per second of one reader that throws away what it reads. */
async function throughput(url: string, headers: Record<string, string>, sizeBytes: number): Promise<number> {
  const startedAt = performance.now();
  const response = await fetch(url, { headers });
  let received = 0;
  for await (const chunk of response.body ?? []) received += chunk.byteLength;
  if (received !== sizeBytes) throw new Error(`${url} gave ${received} of ${sizeBytes} bytes`);
  return received / 1e6 / ((performance.now() - startedAt) / 1000);
}

async function startNginx(file: string) {
  const folder = await mkdtemp(join(tmpdir(), "talentflow-nginx-"));
  const port = await freePort();
  const config = join(folder, "nginx.conf");
  await writeFile(
    config,
    `daemon off; pid ${folder}/pid; error_log stderr; user root; worker_processes 1; events {}
http { access_log off; sendfile on; server { listen 127.0.0.1:${port}; location = /media { alias ${file}; } } }\n`,
  );
  const child = spawn(NGINX, ["-c", config, "-p", folder], { stdio: "ignore" });
  const url = `http://127.0.0.1:${port}/media`;
  for (let tries = 0; tries < 50; tries++) {
    const up = await fetch(url, { method: "HEAD" }).then(
      (response) => response.ok,
      () => false, // not listening yet
    );
    if (up) break;
    await delay(100);
  }
  return {
    url,
    async stop() {
      child.kill("SIGTERM");
      await rm(folder, { recursive: true, force: true });
    },
  };
}
