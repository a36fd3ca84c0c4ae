import { createHash } from "node:crypto";
import { mkdtemp, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type S3Server, s3Settings, startS3Server } from "../testing/storage/s3-server.ts";
import { createLocalStorage } from "./local.ts";
import { createS3Storage } from "./s3.ts";
import type { AnnouncedPart, ObjectStorage } from "./storage.ts";

let s3: S3Server;
beforeAll(async () => {
  s3 = await startS3Server();
});
afterAll(() => s3.close());

const local = (root: string) => createLocalStorage({ root, reserveBytes: 0 });

/** What every storage must do, whatever it is made of. */
const ADAPTERS: [name: string, make: (folder: string) => ObjectStorage][] = [
  ["local", (folder) => local(join(folder, "data"))],
  ["s3", (folder) => createS3Storage({ settings: s3Settings(s3.port), scratch: local(join(folder, "scratch")) })],
];

const LINK = { expiresInSeconds: 60, contentType: "video/webm", contentDisposition: "inline" };

describe.each(ADAPTERS)("%s storage", (_, make) => {
  let folder: string;
  let storage: ObjectStorage;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "storage-contract-"));
    storage = make(folder);
  });
  afterAll(() => rm(folder, { recursive: true }));

  const bytes = pseudoRandomBytes(700_000);

  async function store(key: string, content: Uint8Array): Promise<void> {
    await storage.putPart(key, chunked(content), announce(content));
  }

  it("gives a part back exactly as it came", async () => {
    await store("parts/s1/0/0", bytes);
    expect(await read(storage, "parts/s1/0/0")).toEqual(bytes);
    const stored = await storage.stat("parts/s1/0/0");
    expect(stored?.sizeBytes).toBe(bytes.byteLength);
    expect(stored?.modifiedAt).toBeInstanceOf(Date);
  });

  it("takes the same part twice", async () => {
    await store("parts/s1/0/1", bytes);
    await store("parts/s1/0/1", bytes);
    expect(await read(storage, "parts/s1/0/1")).toEqual(bytes);
  });

  it("takes one part from two requests at once", async () => {
    await Promise.all([store("parts/s1/1/0", bytes), store("parts/s1/1/0", bytes)]);
    expect(await read(storage, "parts/s1/1/0")).toEqual(bytes);
  });

  const good = announce(bytes);
  const refusals: [what: string, body: Uint8Array, announced: AnnouncedPart, code: string][] = [
    ["a flipped bit", withFlippedBit(bytes), good, "part_mismatch"],
    ["a truncated body", bytes.subarray(0, -1), good, "part_mismatch"],
    ["more bytes than announced", bytes, { ...announce(bytes.subarray(0, -1)), maxBytes: 900_000 }, "part_mismatch"],
    ["no bytes where some were announced", new Uint8Array(), good, "part_mismatch"],
    ["an announcement above the limit", bytes, { ...good, maxBytes: 699_999 }, "body_too_large"],
    ["a body above the limit, whatever it announced", bytes, { ...good, length: 10, maxBytes: 10 }, "body_too_large"],
  ];
  it.each(refusals)("refuses %s and stores nothing", async (_what, body, announced, code) => {
    await expect(storage.putPart("parts/s2/0/0", chunked(body), announced)).rejects.toMatchObject({ code });
    expect(await storage.stat("parts/s2/0/0")).toBeNull();
  });

  it("stops reading a body that is too long, and lets go of it", async () => {
    let yielded = 0;
    let released = false;
    async function* endless() {
      try {
        for (;;) {
          yielded++;
          yield new Uint8Array(1_000);
        }
      } finally {
        released = true;
      }
    }
    const announced = { length: 5_000, sha256: "", maxBytes: 10_000 };
    await expect(storage.putPart("parts/s2/0/1", endless(), announced)).rejects.toMatchObject({
      code: "part_mismatch",
    });
    expect(yielded).toBe(6);
    expect(released).toBe(true);
  });

  it("stores nothing of a body that breaks off, and passes on why", async () => {
    async function* breaking() {
      yield bytes.subarray(0, 100_000);
      throw new Error("the client went away");
    }
    await expect(storage.putPart("parts/s2/0/2", breaking(), good)).rejects.toThrow("the client went away");
    expect(await storage.stat("parts/s2/0/2")).toBeNull();
  });

  it("keeps the earlier part when a later one for its key is refused", async () => {
    await store("parts/s2/0/3", bytes);
    await expect(storage.putPart("parts/s2/0/3", chunked(withFlippedBit(bytes)), good)).rejects.toThrow();
    expect(await read(storage, "parts/s2/0/3")).toEqual(bytes);
  });

  it("has nothing where nothing was stored", async () => {
    await store("parts/s3/0/1", bytes);
    expect(await storage.stat("parts/s3/0/none")).toBeNull();
    expect(await storage.stat("parts/s3/0/1/below-a-file")).toBeNull();
  });

  it("reads an empty file as empty", async () => {
    await store("parts/s3/0/2", new Uint8Array());
    expect(await read(storage, "parts/s3/0/2")).toEqual(new Uint8Array());
  });

  it("publishes a finished file, and later a new version under the same key", async () => {
    for (const version of [bytes, bytes.subarray(0, 1_000)]) {
      const finished = join(folder, "finished.webm");
      await writeFile(finished, version);
      await storage.publish("recordings/interview_session_1_1700000000.webm", finished);
      expect(await read(storage, "recordings/interview_session_1_1700000000.webm")).toEqual(version);
      await expect(stat(finished)).rejects.toThrow("ENOENT");
    }
  });

  it("lends local copies of files, and says which are not there", async () => {
    await store("parts/s5/0/0", bytes);
    const seen = await storage.withLocalFiles(["parts/s5/0/1", "parts/s5/0/0"], async ([absent, present]) => {
      expect(absent).toBeNull();
      return readFile(present ?? "");
    });
    expect(new Uint8Array(seen)).toEqual(bytes);
  });

  it("lends a scratch folder and clears it away, also after an error", async () => {
    const folders: string[] = [];
    const work = async (scratch: string, outcome: () => string) => {
      folders.push(scratch);
      await writeFile(join(scratch, "half-done"), "x");
      return outcome();
    };
    expect(await storage.withScratch((scratch) => work(scratch, () => "done"))).toBe("done");
    const failing = storage.withScratch((scratch) =>
      work(scratch, () => {
        throw new Error("the work failed");
      }),
    );
    await expect(failing).rejects.toThrow("the work failed");
    for (const scratch of folders) await expect(stat(scratch)).rejects.toThrow("ENOENT");
    expect(new Set(folders).size).toBe(2);
  });

  it("publishes from the scratch folder", async () => {
    await storage.withScratch(async (scratch) => {
      await writeFile(join(scratch, "joined.webm"), bytes);
      await storage.publish("recordings/from-scratch.webm", join(scratch, "joined.webm"));
    });
    expect(await read(storage, "recordings/from-scratch.webm")).toEqual(bytes);
  });

  it("deletes, also what is not there", async () => {
    await store("parts/s6/0/0", bytes);
    await storage.delete("parts/s6/0/0");
    await storage.delete("parts/s6/0/0");
    await storage.delete("parts/never/0/0");
    expect(await storage.stat("parts/s6/0/0")).toBeNull();
  });

  it("lists everything below a folder once, and goes on behind any of it", async () => {
    const keys = ["list/a/0/0", "list/a/0/1", "list/a/10/0", "list/a/2/0", "list/a-b/0", "list/b", "list/b-1/0"];
    for (const key of keys) await store(key, bytes.subarray(0, key.length));
    await store("list-not/a", bytes);
    const listed = await Array.fromAsync(storage.list("list"));
    expect(listed.map(({ key }) => key).sort()).toEqual(keys.sort());
    for (const { key, sizeBytes } of listed) expect(sizeBytes, key).toBe(key.length);
    for (const [index, { key }] of listed.entries()) {
      expect(await Array.fromAsync(storage.list("list", key)), key).toEqual(listed.slice(index + 1));
    }
    await storage.delete("list/a/0/1");
    expect(await Array.fromAsync(storage.list("list", "list/a/0/1"))).toEqual(
      listed.slice(listed.findIndex(({ key }) => key === "list/a/0/1") + 1),
    );
    expect(await Array.fromAsync(storage.list("list/none"))).toEqual([]);
  });

  it("lists names in a folder by their beginning, and what lies below such", async () => {
    const keys = ["begin/session_12_a", "begin/session_12_b.webm", "begin/session_12_c/0"];
    for (const key of [...keys, "begin/session_120_a", "begin/session_1", "begin/other/session_12_a"]) {
      await store(key, bytes.subarray(0, 10));
    }
    const listed = await Array.fromAsync(storage.list("begin/session_12_*"));
    expect(listed.map(({ key }) => key).sort()).toEqual(keys);
  });

  it("removes all of a folder or of a beginning, and nothing beside it", async () => {
    const keys = ["all/1/0/0", "all/1/0/1", "all/1/2", "all/12/0"];
    for (const key of keys) await store(key, bytes.subarray(0, 10));
    expect(await storage.removeAll("all/1")).toBe(3);
    expect((await Array.fromAsync(storage.list("all"))).map(({ key }) => key)).toEqual(["all/12/0"]);
    expect(await storage.removeAll("all/1")).toBe(0);
    expect(await storage.removeAll("all/1*")).toBe(1);
    expect(await Array.fromAsync(storage.list("all"))).toEqual([]);
    expect(await storage.removeAll("never/there")).toBe(0);
    await store("all/1/0/0", bytes); // a folder that was removed is one again
    expect(await read(storage, "all/1/0/0")).toEqual(bytes);
  });

  it("removes what was abandoned and nothing that is in use or finished", async () => {
    await store("parts/s7/0/0", bytes);
    await storage.withScratch(async (scratch) => {
      const longAgo = new Date(Date.now() - 3_600_000);
      expect(await storage.removeAbandoned(longAgo)).toBe(0);
      expect((await stat(scratch)).isDirectory()).toBe(true);
      expect(await storage.removeAbandoned(new Date(Date.now() + 60_000))).toBe(1);
    });
    expect(await read(storage, "parts/s7/0/0")).toEqual(bytes);
  });

  it("says that it is well, and leaves no trace of the check", async () => {
    await storage.check();
    expect(await storage.removeAbandoned(new Date(Date.now() + 60_000))).toBe(0);
  });

  it.each([
    "",
    "/etc/passwd",
    "../up",
    "a/../b",
    "a/./b",
    "a//b",
    "a/",
    ".tmp/x",
    "a/.hidden",
    "a\0b",
    "a\\b",
    "é",
    "a b",
  ])("takes %j for no key", async (key) => {
    await expect(store(key, bytes)).rejects.toThrow(RangeError);
    await expect(storage.source(key, LINK)).rejects.toThrow(RangeError);
    await expect(storage.stat(key)).rejects.toThrow(RangeError);
    await expect(storage.delete(key)).rejects.toThrow(RangeError);
    expect(() => storage.list(key)).toThrow(RangeError);
    await expect(storage.removeAll(key)).rejects.toThrow(RangeError);
    await expect(storage.removeAll(`${key}*`)).rejects.toThrow(RangeError);
    await expect(storage.publish(key, join(folder, "any"))).rejects.toThrow(RangeError);
    await expect(storage.withLocalFiles([key], async () => {})).rejects.toThrow(RangeError);
  });
});

function announce(content: Uint8Array): AnnouncedPart {
  const sha256 = createHash("sha256").update(content).digest("hex");
  return { length: content.byteLength, sha256, maxBytes: 900 * 1024 };
}

/** As a request's body comes: in pieces. */
async function* chunked(content: Uint8Array): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < content.byteLength; at += 60_000) yield content.subarray(at, at + 60_000);
}

function read(storage: ObjectStorage, key: string): Promise<Uint8Array> {
  return storage.withLocalFiles([key], async ([path]) => new Uint8Array(await readFile(path ?? "")));
}

function withFlippedBit(content: Uint8Array): Uint8Array {
  const flipped = content.slice();
  flipped[123_456] = (flipped[123_456] ?? 0) ^ 1;
  return flipped;
}

/** No two stretches alike, and the same at every run. */
function pseudoRandomBytes(length: number): Uint8Array {
  let state = 1;
  return Uint8Array.from({ length }, () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state >>> 24;
  });
}
