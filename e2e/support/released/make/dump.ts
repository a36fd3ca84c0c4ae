import { execFileSync } from "node:child_process";
import { once } from "node:events";
import { cpSync, mkdirSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { wrongKey } from "../../../../lib/testing/provider/mishaps.ts";
import { startProvider } from "../../../../lib/testing/provider/provider.ts";
import { startServer } from "../../server.ts";
import type { Installation } from "../installation.ts";
import { liveThrough } from "./life.ts";
import { modelWords } from "./model-words.ts";
import { oldRelease } from "./old-release.ts";

/*
 * Makes the dump of an earlier release by using it: over HTTP, by its command line, with a receiver of webhooks and a model on loopback.
 *
 *     git worktree add --detach /tmp/release 7f998e7 && cd /tmp/release && npm ci
 *     createdb released                                          # an empty database of PostgreSQL 14 or newer, with its pg_dump
 *     node e2e/support/released/make/dump.ts /tmp/release postgresql://owner@127.0.0.1/released e2e/fixtures/released/7f998e7
 *
 * It takes a quarter of an hour, because a sitting has to be silent for ten minutes. What pages answer about it is recorded by
 * ../record-answers.ts after that. Nothing in it is anybody's: its names are made up, its keys and passwords open nothing else.
 */

const [checkout, database, folder] = process.argv.slice(2);
if (!checkout || !database || !folder) throw new Error("usage: dump.ts CHECKOUT DATABASE_URL FOLDER");

const AUTH_SECRET = "throw-away-secret-of-the-released-dump";

const RECEIVES: Record<string, [number, string]> = { "/broken": [500, "out of order"], "/gone": [410, "moved away"] };
const receiver = createServer((request, response) => {
  const [status, body] = RECEIVES[request.url ?? ""] ?? [200, "thanks"];
  request.resume();
  response.writeHead(status).end(body);
}).listen(0, "127.0.0.1");
await once(receiver, "listening");
const receiverUrl = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}`;
const provider = await startProvider({
  answer: modelWords,
  transcribe: () => ({
    text: "The payments stood still for an hour, and I learned to rehearse restores.",
    language: "english",
  }),
  mishaps: ({ json }) => (JSON.stringify(json).includes("Who are you?") ? wrongKey : "ok"),
});
const environment = {
  ...{ DATABASE_URL: database, AUTH_SECRET, WEBHOOK_ALLOW_PRIVATE: "1", RATE_LIMIT_FACTOR: "1000" },
  ...{ OPENAI_BASE_URL: provider.baseUrl, AI_MODEL: "judge-1", AI_TRANSCRIPTION_MODEL: "ears-1", AI_SAMPLES: "2" },
  ...{ AI_PRICE_INPUT: "0.4", AI_PRICE_OUTPUT: "1.6" },
};

const server = await startServer(null, environment, checkout);
try {
  const owner = { email: "owner@talentflow.local", password: /Password\s+(\S+)/.exec(server.printed())?.[1] ?? "" };
  const release = oldRelease(checkout, server.baseUrl, {
    ...environment,
    DATA_DIR: server.dataDir,
    PUBLIC_URL: server.baseUrl,
  });
  const lived = await liveThrough(release, owner, receiverUrl);
  await server.stop();
  write({ authSecret: AUTH_SECRET, dumpedAt: new Date().toISOString(), ...lived });
} finally {
  await server.remove();
  await provider.close();
  receiver.close();
}

function write(installation: Installation): void {
  const [to, url] = [folder as string, database as string];
  mkdirSync(to, { recursive: true });
  writeFileSync(join(to, "installation.json"), `${JSON.stringify(installation, null, 2)}\n`);
  for (const name of ["parts", "recordings"])
    cpSync(join(server.dataDir, name), join(to, "storage", name), { recursive: true });
  writeFileSync(join(to, "dump.sql.gz"), gzipSync(dump(url), { level: 9 }));
}

/** Plain SQL, for any server over any connection: without psql's own commands, and without what PostgreSQL 15.20 notes of its columns. */
function dump(url: string): string {
  const flags = ["--inserts", "--no-owner", "--no-privileges", "--exclude-table-data=worker_beats"];
  const env = { ...process.env, PGTZ: "UTC" };
  const sql = execFileSync("pg_dump", [...flags, url], { encoding: "utf8", env, maxBuffer: 64 * 1024 * 1024 });
  return sql.replaceAll(/^\\.*\n|^ALTER TABLE ONLY .* SET \(pg_attver=\d+\);\n/gm, "");
}
