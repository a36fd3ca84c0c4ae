import { randomBytes } from "node:crypto";
import { existsSync } from "node:fs";
import { mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { type ArchiveServer, startArchiveServer } from "../../testing/speech/archive-server.ts";
import { TINY, tinyBytes } from "../../testing/speech/tiny-model.ts";
import { type Fetching, fetchArchive } from "./fetch-archive.ts";

let folder: string;
let file: string;
let server: ArchiveServer;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "fetch-archive-"));
  file = join(folder, ".fetching", "tiny-model.part");
  server = await startArchiveServer(tinyBytes);
});
afterEach(async () => {
  await server.close();
  await rm(folder, { recursive: true });
});

const fetchIt = (more: Partial<Fetching> = {}) =>
  fetchArchive({
    address: `${server.url}/tiny-model.tar.bz2`,
    file,
    bytes: TINY.bytes,
    sha256: TINY.sha256,
    signal: new AbortController().signal,
    freeBytes: async () => Number.MAX_SAFE_INTEGER,
    ...more,
  });

const failure = (fetching: Promise<void>) =>
  fetching.then(
    () => null,
    (error) => error.reason ?? error,
  );

it("fetches a file and says how far it is", async () => {
  const told: number[] = [];
  await fetchIt({ onProgress: (bytes) => told.push(bytes) });
  expect(await readFile(file)).toEqual(tinyBytes);
  expect(told.at(-1)).toBe(TINY.bytes);
});

it("goes on where a connection was cut, and asks for no byte twice", async () => {
  server.troubles.push({ kind: "cut", afterBytes: 50_000 }, { kind: "cut", afterBytes: 60_000 });
  await fetchIt();
  expect(await readFile(file)).toEqual(tinyBytes);
  expect(server.ranges).toEqual([undefined, "bytes=50000-", "bytes=110000-"]);
});

it("goes on where a process ended that is no more", async () => {
  server.troubles.push({ kind: "cut", afterBytes: 70_000 }, { kind: "status", status: 503 });
  expect(await failure(fetchIt())).toMatchObject({ code: "server_refused", params: { status: 503 } });
  await fetchIt();
  expect(server.ranges.at(-1)).toBe("bytes=70000-");
  expect(await readFile(file)).toEqual(tinyBytes);
});

it("begins anew where the server knows no ranges", async () => {
  server.troubles.push({ kind: "cut", afterBytes: 50_000 }, { kind: "no_ranges" });
  await fetchIt();
  expect(await readFile(file)).toEqual(tinyBytes);
});

it("begins anew where the server has another file by now", async () => {
  server.troubles.push({ kind: "cut", afterBytes: 50_000 }, { kind: "status", status: 500 });
  server.served.body = randomBytes(TINY.bytes);
  await failure(fetchIt());
  server.served.body = tinyBytes;
  server.served.etag = '"two"';
  await fetchIt();
  expect(await readFile(file)).toEqual(tinyBytes);
});

it("deletes a file of which one byte is another, and says so", async () => {
  const wrong = Buffer.from(tinyBytes);
  wrong[1000] = (wrong[1000] ?? 0) ^ 1;
  server.served.body = wrong;
  expect(await failure(fetchIt())).toMatchObject({ code: "wrong_digest" });
  expect(existsSync(file)).toBe(false);
  server.served.body = tinyBytes;
  await fetchIt();
});

it.each([404, 403, 500])("says what the server answered: %i", async (status) => {
  server.troubles.push({ kind: "status", status });
  const host = new URL(server.url).host;
  expect(await failure(fetchIt())).toEqual({ code: "server_refused", params: { host, status } });
});

it("takes neither a shorter file nor a longer one", async () => {
  server.served.body = tinyBytes.subarray(0, 1000);
  expect(await failure(fetchIt())).toMatchObject({ code: "wrong_size", params: { bytes: 1000, expected: TINY.bytes } });
  server.served.body = tinyBytes;
  server.troubles.push({ kind: "more", bytes: 5_000_000 });
  expect(await failure(fetchIt())).toMatchObject({ code: "too_large" });
  expect(existsSync(file)).toBe(false);
});

it("takes what lies here for what it is, even where it is too long", async () => {
  await fetchIt();
  await writeFile(file, Buffer.concat([tinyBytes, Buffer.alloc(10)]));
  await fetchIt();
  expect(await readFile(file)).toEqual(tinyBytes);
  await fetchIt();
  expect(server.ranges).toHaveLength(2); // the third found it whole
});

it("follows redirects, but not in a circle", async () => {
  server.troubles.push({ kind: "redirect", to: `${server.url}/elsewhere?key=secret` });
  await fetchIt();
  await rm(file);
  server.troubles.push(...Array.from({ length: 6 }, () => ({ kind: "redirect" as const, to: "/again" })));
  expect(await failure(fetchIt())).toMatchObject({ params: { status: "too_many_redirects" } });
  server.troubles.length = 0;
  server.troubles.push({ kind: "redirect", to: "file:///etc/passwd" });
  expect(await failure(fetchIt())).toMatchObject({ params: { status: "bad_redirect" } });
});

it("gives up a connection on which nothing comes any more, and keeps what came", async () => {
  server.troubles.push({ kind: "stall", afterBytes: 90_000 }, { kind: "stall", afterBytes: 0 });
  expect(await failure(fetchIt({ stallMs: 200 }))).toMatchObject({ code: "no_network", params: { how: "stalled" } });
  expect((await readFile(file)).length).toBe(90_000);
  server.troubles.push({ kind: "slow", everyMs: 5 });
  await fetchIt({ stallMs: 200 });
});

it("says where nobody answers", async () => {
  const gone = await startArchiveServer(tinyBytes);
  await gone.close();
  expect(await failure(fetchIt({ address: `${gone.url}/tiny-model.tar.bz2` }))).toEqual({
    code: "no_network",
    params: { host: new URL(gone.url).host, how: "ECONNREFUSED" },
  });
});

it("fetches nothing where the disk has no room for it", async () => {
  expect(await failure(fetchIt({ freeBytes: async () => 1_000_000 }))).toMatchObject({ code: "disk_full" });
  expect(server.ranges).toEqual([]);
});

it.runIf(existsSync("/dev/full"))("leaves nothing where the disk fills up on the way", async () => {
  await mkdir(join(folder, ".fetching"));
  await symlink("/dev/full", file);
  expect(await failure(fetchIt())).toMatchObject({ code: "disk_full" });
  expect(await readdir(join(folder, ".fetching"))).toEqual([]);
});

it("stops when it is told to, and the next one goes on", async () => {
  const stop = new AbortController();
  server.troubles.push({ kind: "slow", everyMs: 20 });
  const stopped = fetchIt({ signal: stop.signal, onProgress: () => stop.abort(new Error("enough")) });
  await expect(stopped).rejects.toThrow("enough");
  await fetchIt();
  expect(server.ranges[1]).toMatch(/^bytes=\d+-$/);
});
