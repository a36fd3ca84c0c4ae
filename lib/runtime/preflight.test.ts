import { once } from "node:events";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { parseEnv } from "../env.ts";
import { s3Settings, startS3Server } from "../testing/storage/s3-server.ts";
import { checkBucket, checkDatabase, checkFolders, checkPort } from "./preflight.ts";

const folder = mkdtempSync(join(tmpdir(), "talentflow-preflight-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function listening(host: string) {
  const server = createServer().listen(0, host);
  await once(server, "listening");
  const address = server.address();
  return { server, port: typeof address === "object" && address ? address.port : 0 };
}

test.each(["127.0.0.1", "0.0.0.0", "::"])("a port taken at %s is named, with the variable to change", async (host) => {
  const { server, port } = await listening(host);
  await expect(checkPort(port)).rejects.toThrow(new RegExp(`^Port ${port} is taken by another program.*PORT=`));
  server.close();
  await once(server, "close");
  await expect(checkPort(port)).resolves.toBeUndefined();
});

test("folders are made where they are missing", () => {
  const env = parseEnv({ DATA_DIR: "a/data", LOG_DIR: "b/logs" }, folder);
  checkFolders(env);
  expect(existsSync(env.dataDir) && existsSync(env.logDir)).toBe(true);
});

test("a folder that cannot be written names its variable", () => {
  writeFileSync(join(folder, "file"), "");
  const bad = (name: string) => parseEnv({ DATA_DIR: "ok", [name]: "file/below" }, folder);
  expect(() => checkFolders(bad("DATA_DIR"))).toThrow(/^The data folder .*file\/below cannot be written.*DATA_DIR\.$/);
  expect(() => checkFolders(bad("LOG_DIR"))).toThrow(/^The log folder .*LOG_DIR\.$/);
});

test("an unreachable database is told in one line, without its password", async () => {
  const { server, port } = await listening("127.0.0.1");
  server.close();
  const error = await checkDatabase(`postgresql://me:hush@127.0.0.1:${port}/talent`).catch((thrown: Error) => thrown);
  expect(String(error)).toMatch(new RegExp(`DATABASE_URL: the database at 127.0.0.1:${port}/talent cannot be reached`));
  expect(String(error)).not.toMatch(/hush|\n/);
});

test("something that listens but never speaks is given up", async () => {
  const { server, port } = await listening("127.0.0.1");
  const startedAt = Date.now();
  await expect(checkDatabase(`postgresql://me@127.0.0.1:${port}/talent`)).rejects.toThrow("cannot be reached");
  expect(Date.now() - startedAt).toBeLessThan(7_000);
  server.close();
});

test("a bucket that can be used is fine, one that cannot is told in one line, without the secret", async () => {
  const s3 = await startS3Server();
  await expect(checkBucket(s3Settings(s3.port))).resolves.toBeUndefined();
  const problem = (more: object) => checkBucket(s3Settings(s3.port, more)).catch((error: Error) => error.message);
  const where = `at http://127.0.0.1:${s3.port} cannot be used`;
  expect(await problem({ bucket: "nowhere" })).toMatch(
    new RegExp(`^S3_BUCKET: the bucket nowhere ${where} \\(NoSuchBucket: .*\\)\\.$`),
  );
  expect(await problem({ credentials: { accessKeyId: "REVOKED", secretAccessKey: "hush" } })).toMatch(
    new RegExp(`^S3_BUCKET: the bucket interviews ${where} \\(InvalidAccessKeyId: (?!.*hush).*\\)\\.$`),
  );
  await s3.close();
  expect(await problem({})).toMatch(
    new RegExp(`^S3_BUCKET: the bucket interviews ${where} \\(.*ECONNREFUSED.*\\)\\.$`),
  );
});
