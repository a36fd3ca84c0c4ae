import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { mkdtemp, readdir, readlink, rm, truncate, writeFile } from "node:fs/promises";
import { get, type IncomingMessage } from "node:http";
import { type AddressInfo, connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buffer } from "node:stream/consumers";
import { afterAll, beforeAll, expect, test } from "vitest";
import { FILE_BODY_HEADER, formatFileBody } from "../../http/file-body.ts";
import { createHttpServer } from "./http-server.ts";
import { sendNamedFile } from "./send-file.ts";

const BYTES = randomBytes(3_000_000);
/** More than the system keeps for a reader that stalls. */
const LARGE = 256_000_000;
const server = createHttpServer({}, 300);
let folder: string;
let port: number;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "send file é-"));
  await writeFile(join(folder, "recording.webm"), BYTES);
  await writeFile(join(folder, "empty"), "");
  await writeFile(join(folder, "large"), "");
  await truncate(join(folder, "large"), LARGE);
  server.on("request", (request, response) => {
    sendNamedFile(response);
    const { searchParams, pathname } = new URL(request.url ?? "", "http://here");
    const [start, end] = [Number(searchParams.get("start")), Number(searchParams.get("end") ?? BYTES.byteLength - 1)];
    response.setHeader(FILE_BODY_HEADER, formatFileBody({ path: join(folder, pathname), start, end }));
    response.setHeader("content-length", end - start + 1);
    response.statusCode = 206;
    response.end();
  });
  await once(server.listen(0, "127.0.0.1"), "listening");
  port = (server.address() as AddressInfo).port;
});
afterAll(async () => {
  server.close();
  await rm(folder, { recursive: true });
});

async function ask(path: string): Promise<IncomingMessage> {
  const [answer] = await once(get({ port, path, agent: false }), "response");
  return answer;
}

test.each([
  ["everything", 0, BYTES.byteLength - 1],
  ["the first byte", 0, 0],
  ["the last byte", BYTES.byteLength - 1, BYTES.byteLength - 1],
  ["a stretch over several chunks", 1_000, 900_000],
])("sends %s", async (_, start, end) => {
  const answer = await ask(`/recording.webm?start=${start}&end=${end}`);
  expect(answer.statusCode).toBe(206);
  expect(answer.headers["content-length"]).toBe(String(end - start + 1));
  expect((await buffer(answer)).equals(BYTES.subarray(start, end + 1))).toBe(true);
});

test("sends an empty file as empty", async () => {
  expect((await buffer(await ask("/empty?start=0&end=-1"))).byteLength).toBe(0);
});

test("shows no client where the file lies", async () => {
  const answer = await ask("/recording.webm");
  expect(answer.headers).not.toHaveProperty(FILE_BODY_HEADER);
  expect(JSON.stringify(answer.rawHeaders)).not.toContain("send");
  answer.destroy();
});

test("an answer without a file is left as it is", async () => {
  const plain = createHttpServer().on("request", (_, response) => {
    sendNamedFile(response);
    response.write("as ");
    response.end("written");
  });
  await once(plain.listen(0, "127.0.0.1"), "listening");
  const answer = await fetch(`http://127.0.0.1:${(plain.address() as AddressInfo).port}/`);
  expect(await answer.text()).toBe("as written");
  plain.close();
});

test("many readers at once, half of whom go away in the middle, never get each other's bytes", async () => {
  const readers = Array.from({ length: 60 }, async (_, index) => {
    const start = index * 10_000;
    const answer = await ask(`/recording.webm?start=${start}`);
    if (index % 2 === 0) {
      await once(answer, "data");
      answer.destroy();
      return true;
    }
    return (await buffer(answer)).equals(BYTES.subarray(start));
  });
  expect(await Promise.all(readers)).not.toContain(false);
});

test("a file that is gone, or too short, breaks the answer off instead of ending it", async () => {
  await expect(ask("/none").then(buffer)).rejects.toThrow();
  await expect(ask(`/recording.webm?end=${BYTES.byteLength}`).then(buffer)).rejects.toThrow("aborted");
});

test.runIf(process.platform === "linux")("keeps no file open for readers that finish, go away or stall", async () => {
  await buffer(await ask("/recording.webm"));
  const leaving = await ask("/recording.webm");
  leaving.destroy();
  const stalled = connect(port, "127.0.0.1");
  stalled.on("error", () => undefined); // reset by the server
  const begun = once(stalled, "data");
  stalled.write(`GET /large?end=${LARGE - 1} HTTP/1.1\r\nHost: here\r\n\r\n`);
  await begun;
  stalled.pause();
  await expect.poll(openFiles, { timeout: 10_000 }).toEqual([]);
  stalled.destroy();
});

async function openFiles(): Promise<string[]> {
  const open = await readdir("/proc/self/fd");
  const targets = await Promise.all(open.map((fd) => readlink(`/proc/self/fd/${fd}`).catch(() => ""))); // closed since
  return targets.filter((target) => target.startsWith(folder));
}
