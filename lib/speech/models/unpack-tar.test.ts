import { existsSync } from "node:fs";
import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Header, pack } from "tar-stream";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { BOMB, TINY_ARCHIVE, tinyBytes } from "../../testing/speech/tiny-model.ts";
import { bunzip } from "./bunzip.ts";
import { ModelError } from "./model-error.ts";
import { unpackArchive } from "./unpack-archive.ts";
import { unpackTar } from "./unpack-tar.ts";

/** What unpacks has a low priority: on a machine that is busy it waits for the others. */
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

const LIMITS = { totalBytes: 10_000_000, entries: 20, fileBytes: {} };
const TOKENS = "m/tiny.en-tokens.txt";

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "unpack-tar-"));
});
afterEach(() => rm(folder, { recursive: true }));

type Entry = [header: Partial<Header> & { name: string }, body?: string];

async function tarOf(...entries: Entry[]): Promise<Buffer> {
  const packing = pack();
  for (const [header, body = ""] of entries) packing.entry(header, body);
  packing.finalize();
  const pieces: Buffer[] = [];
  for await (const piece of packing as AsyncIterable<Buffer>) pieces.push(piece);
  return Buffer.concat(pieces);
}

async function* inPieces(bytes: Uint8Array, size = 1000): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

const unpack = (tar: Uint8Array, limits = LIMITS) => unpackTar(inPieces(tar), join(folder, "model"), limits);
const ruleOf = (unpacking: Promise<unknown>) =>
  unpacking.then(
    () => "accepted",
    (error) => {
      if (!(error instanceof ModelError)) throw error;
      return error.reason.params.rule;
    },
  );

it("writes the files of a model, and nothing else that lies beside them", async () => {
  const { name, files } = await unpackArchive(TINY_ARCHIVE, join(folder, "model"));
  expect(name).toBe("tiny-model");
  expect((await readdir(join(folder, "model"))).sort()).toEqual([
    "README.md",
    "tiny.en-decoder.int8.onnx",
    "tiny.en-encoder.int8.onnx",
    "tiny.en-encoder.onnx",
    "tiny.en-tokens.txt",
  ]);
  expect(files.find((file) => file.name === "tiny.en-tokens.txt")).toMatchObject({ bytes: 11 });
  expect(await readFile(join(folder, "model", "tiny.en-tokens.txt"), "utf8")).toBe("he 0\nwas 1\n");
});

it.each<[string, Entry[]]>([
  ["absolute_path", [[{ name: "/etc/tokens.txt" }, "x"]]],
  ["parent_path", [[{ name: "m/../../tokens.txt" }, "x"]]],
  ["parent_path", [[{ name: "../tokens.txt" }, "x"]]],
  ["odd_name", [[{ name: "m/./tokens.txt" }, "x"]]],
  ["odd_name", [[{ name: "m\\..\\tokens.txt" }, "x"]]],
  ["odd_name", [[{ name: "c:/tokens.txt" }, "x"]]],
  ["odd_name", [[{ name: "m/to\nkens.txt" }, "x"]]],
  ["odd_name", [[{ name: `m/${"long/".repeat(60)}tokens.txt` }, "x"]]],
  ["link", [[{ name: "m/tokens.txt", type: "symlink", linkname: "/etc/passwd" }]]],
  ["link", [[{ name: "m/tokens.txt", type: "link", linkname: "m/other" }]]],
  ["link", [[{ name: "m/samples", type: "symlink", linkname: "/etc" }]]],
  ["device", [[{ name: "m/tokens.txt", type: "character-device" }]]],
  ["device", [[{ name: "m/tokens.txt", type: "block-device" }]]],
  ["device", [[{ name: "m/tokens.txt", type: "fifo" }]]],
  ["no_folder", [[{ name: "tokens.txt" }, "x"]]],
  [
    "several_folders",
    [
      [{ name: TOKENS }, "x"],
      [{ name: "n/decoder.onnx" }, "x"],
    ],
  ],
  [
    "duplicate",
    [
      [{ name: TOKENS }, "x"],
      [{ name: TOKENS }, "y"],
    ],
  ],
  [
    "duplicate",
    [
      [{ name: TOKENS }, "x"],
      [{ name: "m/Tiny.en-tokens.txt" }, "y"],
    ],
  ],
  ["too_many_entries", Array.from({ length: 21 }, (_, at): Entry => [{ name: `m/${at}.wav` }, "x"])],
  ["nothing", []],
])("refuses an archive for %s", async (rule, entries) => {
  expect(await ruleOf(unpack(await tarOf(...entries)))).toBe(rule);
  expect(existsSync(join(folder, "tokens.txt"))).toBe(false);
});

it("refuses more bytes than a file may have, and than all may have", async () => {
  const tar = await tarOf([{ name: TOKENS }, "x".repeat(5000)]);
  expect(await ruleOf(unpack(tar, { ...LIMITS, fileBytes: { "tiny.en-tokens.txt": 4999 } }))).toBe("too_large");
  expect(await ruleOf(unpack(tar, { ...LIMITS, totalBytes: 3000 }))).toBe("too_large");
});

it("refuses a file that says it has more bytes than any disk", async () => {
  const tar = await tarOf([{ name: TOKENS, pax: { size: "9007199254740991" } } as Entry[0], "x"]);
  expect(await ruleOf(unpack(tar))).toMatch(/too_large|odd_size/);
});

it("stops at the limit of what an archive unpacks to, however small it is", async () => {
  expect(await ruleOf(unpackTar(bunzip(BOMB), join(folder, "model"), LIMITS))).toBe("too_large");
});

it.each([
  ["no archive at all", () => Buffer.from("<html>Not found</html>")],
  ["an empty file", () => Buffer.alloc(0)],
  ["half of one", () => tinyBytes.subarray(0, tinyBytes.length / 2)],
  ["one without its end", () => tinyBytes.subarray(0, -5)],
  ["one with a changed byte", () => Buffer.from(tinyBytes).fill(0x55, 90_000, 90_001)],
])("refuses %s, and leaves nothing", async (_what, make) => {
  const file = join(folder, "archive");
  await writeFile(file, make());
  const into = join(folder, "model");
  expect(await ruleOf(unpackArchive(file, into))).toMatch(/damaged|nothing/);
  expect(existsSync(into)).toBe(false);
});

/** Mulberry32, so that a run can be had again. */
function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

it("survives any bytes in a tar: it unpacks into its folder or says what is wrong (seed 20)", async () => {
  const whole = await tarOf(
    [{ name: "m/", type: "directory" }],
    [{ name: TOKENS }, "abc"],
    [{ name: "m/encoder.onnx" }, "def"],
  );
  const random = numbers(20);
  for (let round = 0; round < 400; round++) {
    const broken = Buffer.from(whole);
    for (let changes = 1 + random() * 4; changes > 0; changes--) {
      broken[Math.floor(random() * broken.length)] = Math.floor(random() * 256);
    }
    const end = random() < 0.2 ? Math.floor(random() * broken.length) : broken.length;
    await ruleOf(unpack(broken.subarray(0, end)));
    await rm(join(folder, "model"), { recursive: true, force: true });
    expect(await readdir(folder)).toEqual([]);
  }
});
