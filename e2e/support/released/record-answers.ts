import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { freePort, startServer, type TestServer } from "../server.ts";
import { readAll } from "./read-all.ts";
import { discard, restore } from "./restore.ts";

/*
 * Records what the code of another checkout, which has been built, answers about the dump of a release:
 *
 *     node e2e/support/released/record-answers.ts /tmp/release 7f998e7 postgresql://owner@127.0.0.1/postgres OUT
 *
 * OUT is e2e/fixtures/released/RELEASE/answers-of-COMMIT.json.gz.
 */

const [checkout, release, database, out] = process.argv.slice(2);
if (!checkout || !release || !database || !out)
  throw new Error("usage: record-answers.ts CHECKOUT RELEASE DATABASE_URL OUT");

const dataDir = mkdtempSync(join(tmpdir(), "talentflow-released-"));
const restored = await restore(release, database, dataDir);
const { databaseUrl: DATABASE_URL, installation } = restored;
const at = { dataDir, baseUrl: `http://localhost:${await freePort()}` };
const server: TestServer = await startServer(at, { DATABASE_URL, AUTH_SECRET: installation.authSecret }, checkout);
try {
  writeFileSync(out, gzipSync(`${JSON.stringify(await readAll(server.baseUrl, restored), null, 1)}\n`, { level: 9 }));
} finally {
  await server.remove();
  await discard(restored, database);
}
