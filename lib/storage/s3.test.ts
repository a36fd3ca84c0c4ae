import { createHash, randomBytes } from "node:crypto";
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { S3Settings } from "../env.ts";
import { type Fate, type FaultProxy, startFaultProxy } from "../testing/storage/fault-proxy.ts";
import { type S3Server, s3Settings, startS3Server } from "../testing/storage/s3-server.ts";
import { createLocalStorage } from "./local.ts";
import { createS3Storage } from "./s3.ts";
import type { ObjectStorage } from "./storage.ts";

/* S3 behind a proxy that has the faults of networks and stores, compressed in time. */

const PART = randomBytes(300_000);
const ANNOUNCED = {
  length: PART.byteLength,
  sha256: createHash("sha256").update(PART).digest("hex"),
  maxBytes: 900 * 1024,
};
const KEY = "parts/session/0/0";
const FILE_KEY = "recordings/interview_session_1_1700000000.webm";
/** Four pieces of a multipart upload. */
const FILE = randomBytes(17_000_000);

let s3: S3Server;
let proxy: FaultProxy;
let folder: string;
let storage: ObjectStorage;

beforeAll(async () => {
  s3 = await startS3Server();
  proxy = await startFaultProxy(s3.port);
  folder = await mkdtemp(join(tmpdir(), "s3-storage-"));
});
afterAll(async () => {
  await proxy.close();
  await s3.close();
  await rm(folder, { recursive: true });
});
beforeEach(() => {
  proxy.decide(() => "pass");
  s3.store.objects.clear();
  s3.store.uploads.clear();
  s3.requests.length = 0;
  storage = through({});
});

function through(settings: Partial<S3Settings>, limits = {}): ObjectStorage {
  return createS3Storage({
    settings: s3Settings(proxy.port, settings),
    scratch: createLocalStorage({ root: join(folder, "data") }),
    limits: { connectMs: 200, requestMs: 1_000, attempts: 2, ...limits },
    waitsMs: [10, 20],
  });
}

const putPart = () => storage.putPart(KEY, body(), ANNOUNCED);

async function* body(): AsyncGenerator<Uint8Array> {
  yield PART.subarray(0, 150_000);
  yield PART.subarray(150_000);
}

function bytesOf(key: string): Promise<Buffer> {
  return storage.withLocalFiles([key], ([path]) => readFile(path ?? ""));
}

async function finishedFile(): Promise<string> {
  const path = join(folder, "finished");
  await writeFile(path, FILE);
  return path;
}

const isPiece = (url: string) => url.includes("partNumber=");
const isCompletion = (method: string, url: string) => method === "POST" && url.includes("uploadId=");

describe("a part", () => {
  it.each<Fate>(["down", "error_500", "hang"])(
    "is kept by its client while S3 is %s, and arrives afterwards",
    async (fate) => {
      storage = through({}, { requestMs: 100 });
      proxy.decide(() => fate);
      await expect(putPart()).rejects.toMatchObject({ code: "unavailable", retryAfterSeconds: 5 });
      expect(s3.store.objects.size).toBe(0);

      proxy.decide(() => "pass");
      await putPart();
      expect(await bytesOf(KEY)).toEqual(PART);
    },
  );

  it("arrives at the first attempt when S3 stumbles once", async () => {
    const fates: Fate[] = ["error_500"];
    proxy.decide(() => fates.shift() ?? "pass");
    await putPart();
    expect(await bytesOf(KEY)).toEqual(PART);
  });

  it("arrives once when S3 stores it and its answer is lost", async () => {
    const fates: Fate[] = ["lose_answer"];
    proxy.decide(() => fates.shift() ?? "pass");
    await putPart();
    expect([...s3.store.objects.keys()]).toEqual([KEY]);
    expect(await bytesOf(KEY)).toEqual(PART);
  });

  it("arrives when S3 is slow, and is acknowledged only when S3 has it", async () => {
    proxy.decide(() => 300);
    await putPart();
    expect(s3.store.objects.get(KEY)?.bytes).toEqual(PART);
  });

  it("that S3 refuses for good is told as unavailable too: the client keeps it until somebody has put it right", async () => {
    storage = through({ credentials: { accessKeyId: "REVOKED", secretAccessKey: "S3RVER" } });
    await expect(putPart()).rejects.toMatchObject({ code: "unavailable" });
  });
});

describe("a finished file", () => {
  it("goes up in pieces and appears whole", async () => {
    const path = await finishedFile();
    let pieces = 0;
    proxy.decide(({ url }) => {
      if (isPiece(url)) pieces++;
      expect(s3.store.objects.has(FILE_KEY)).toBe(false);
      return "pass";
    });
    await storage.publish(FILE_KEY, path);
    expect(pieces).toBe(4);
    proxy.decide(() => "pass");
    expect((await bytesOf(FILE_KEY)).equals(FILE)).toBe(true);
    await expect(stat(path)).rejects.toThrow("ENOENT");
  });

  const inTheMiddle: [what: string, fate: (method: string, url: string) => Fate][] = [
    ["answers 500 to the second piece", (_, url) => (url.includes("partNumber=2") ? "error_500" : "pass")],
    ["goes away in the middle", (_, url) => (isPiece(url) && !url.includes("partNumber=1") ? "down" : "pass")],
    ["answers 500 to the completion", (method, url) => (isCompletion(method, url) ? "error_500" : "pass")],
  ];
  it.each(inTheMiddle)(
    "is not lost when S3 %s: nothing is visible, nothing left over, the next try succeeds",
    async (_, fate) => {
      const path = await finishedFile();
      proxy.decide(({ method, url }) => fate(method, url));
      await expect(storage.publish(FILE_KEY, path)).rejects.toMatchObject({ code: "unavailable" });
      expect(s3.store.objects.size).toBe(0);
      expect(s3.store.uploads.size).toBe(0);
      expect((await readFile(path)).equals(FILE)).toBe(true);

      proxy.decide(() => "pass");
      await storage.publish(FILE_KEY, path);
      expect((await bytesOf(FILE_KEY)).equals(FILE)).toBe(true);
      expect(s3.store.uploads.size).toBe(0);
    },
  );

  it("gets through by itself when S3 comes back in time", async () => {
    let failures = 0;
    proxy.decide(({ url }) => (url.includes("partNumber=3") && failures++ < 3 ? "error_500" : "pass"));
    await storage.publish(FILE_KEY, await finishedFile());
    expect((await bytesOf(FILE_KEY)).equals(FILE)).toBe(true);
    expect(s3.store.uploads.size).toBe(0);
  });

  it("gets through when it was completed and only the answer was lost", async () => {
    let lost = false;
    proxy.decide(({ method, url }) => {
      if (lost || !isCompletion(method, url)) return "pass";
      lost = true;
      return "lose_answer";
    });
    await storage.publish(FILE_KEY, await finishedFile());
    expect((await bytesOf(FILE_KEY)).equals(FILE)).toBe(true);
    expect(s3.store.uploads.size).toBe(0);
  });

  it("leaves an upload behind when S3 stays away for the abort, which the next upload clears away", async () => {
    const path = await finishedFile();
    proxy.decide(({ method, url }) => (isPiece(url) || method === "DELETE" ? "down" : "pass"));
    await expect(storage.publish(FILE_KEY, path)).rejects.toMatchObject({ code: "unavailable" });
    expect(s3.store.uploads.size).toBeGreaterThan(0);
    proxy.decide(() => "pass");
    await storage.publish(FILE_KEY, path);
    expect(s3.store.uploads.size).toBe(0);
  });

  it("keeps its older version readable until the new one is whole", async () => {
    await storage.putPart(FILE_KEY, body(), ANNOUNCED);
    proxy.decide(({ method, url }) => (isCompletion(method, url) ? "error_500" : "pass"));
    await expect(storage.publish(FILE_KEY, await finishedFile())).rejects.toThrow();
    expect(await bytesOf(FILE_KEY)).toEqual(PART);
  });
});

describe("unfinished uploads", () => {
  it("are cleared away once they are old, ours only", async () => {
    storage = through({ prefix: "ours/" });
    await s3.store.initiateUpload("", "ours/recordings/a.webm", "old", {});
    await s3.store.initiateUpload("", "others/b.webm", "foreign", {});
    expect(await storage.removeAbandoned(new Date(Date.now() - 60_000))).toBe(0);
    expect(await storage.removeAbandoned(new Date(Date.now() + 60_000))).toBe(1);
    expect([...s3.store.uploads.keys()]).toEqual(["foreign"]);
  });

  it("are no reason to fail where they may not be listed", async () => {
    proxy.decide(({ method, url }) => (method === "GET" && url.includes("uploads") ? "error_500" : "pass"));
    expect(await storage.removeAbandoned(new Date())).toBe(0);
    await storage.publish(FILE_KEY, await finishedFile());
    expect((await bytesOf(FILE_KEY)).equals(FILE)).toBe(true);
  });
});

describe("local copies", () => {
  it("are fetched again when the way breaks, and cleared away", async () => {
    await putPart();
    let failures = 0;
    proxy.decide(() => (failures++ < 3 ? "down" : "pass"));
    const seen = await storage.withLocalFiles([KEY, "parts/session/0/1"], async ([path, absent]) => {
      expect(absent).toBeNull();
      return readFile(path ?? "");
    });
    expect(seen).toEqual(PART);
    expect(await readdir(join(folder, "data", ".tmp"))).toEqual([]);
  });

  it("are never lent in part: S3 away is unavailable", async () => {
    await putPart();
    proxy.decide(() => "down");
    const lent = storage.withLocalFiles([KEY], async () => "lent");
    await expect(lent).rejects.toMatchObject({ code: "unavailable" });
  });
});

it("takes a bucket that is gone for a fault, not for parts that never came", async () => {
  storage = through({ bucket: "gone" });
  const lent = storage.withLocalFiles([KEY], async (paths) => paths);
  await expect(lent).rejects.toMatchObject({ code: "unavailable" });
});

describe("a link", () => {
  const link = { expiresInSeconds: 300, contentType: "video/webm", contentDisposition: 'inline; filename="A.webm"' };

  async function linkTo(key: string): Promise<string> {
    const source = await storage.source(key, link);
    return "link" in source ? source.link : "";
  }

  it("lets a browser read ranges without our credentials, under the headers it names", async () => {
    await putPart();
    const answer = await fetch(await linkTo(KEY), { headers: { range: "bytes=10-19" } });
    expect(answer.status).toBe(206);
    expect(answer.headers.get("content-type")).toBe("video/webm");
    expect(answer.headers.get("content-disposition")).toBe('inline; filename="A.webm"');
    expect(answer.headers.get("content-range")).toBe(`bytes 10-19/${PART.byteLength}`);
    expect(Buffer.from(await answer.arrayBuffer())).toEqual(PART.subarray(10, 20));
  });

  it("ends after its time, and shows no secret", async () => {
    storage = through({ credentials: { accessKeyId: "S3RVER", secretAccessKey: "hush" } });
    const url = new URL(await linkTo(KEY));
    expect(url.searchParams.get("X-Amz-Expires")).toBe("300");
    expect(url.searchParams.get("X-Amz-Signature")).toMatch(/^[0-9a-f]{64}$/);
    expect(url.href).not.toContain("hush");
    await putPart();
    expect((await fetch(url)).status).toBe(200);
    url.searchParams.set("X-Amz-Date", "20260101T000000Z");
    expect((await fetch(url)).status).toBe(403);
  });

  it("leads to where browsers reach the store", async () => {
    storage = through({ publicEndpoint: "https://files.example.com", prefix: "ours/" });
    const url = new URL(await linkTo(KEY));
    expect(url.origin + url.pathname).toBe(`https://files.example.com/interviews/ours/${KEY}`);
  });
});

it("asks for encryption with everything it writes", async () => {
  const wanted = "x-amz-server-side-encryption";
  storage = through({ encryption: { algorithm: "aws:kms", keyId: "our-key" } });
  await putPart();
  await storage.publish(FILE_KEY, await finishedFile());
  const writing = s3.requests.filter(
    ({ method, url }) => (method === "PUT" && !isPiece(url)) || (method === "POST" && url.includes("uploads=")),
  );
  expect(writing).toHaveLength(2);
  for (const { headers } of writing) {
    expect(headers).toMatchObject({ [wanted]: "aws:kms", [`${wanted}-aws-kms-key-id`]: "our-key" });
  }
});

describe("removing for good", () => {
  const keys = ["parts/gone/0/0", "parts/gone/0/1", "parts/gone/1/0", "parts/gone-not/0/0"];
  const putAll = async () => {
    for (const key of keys) await storage.putPart(key, body(), ANNOUNCED);
  };
  beforeEach(() => {
    s3.store.isVersioned = true;
    s3.store.hidden.clear();
    s3.store.locked.clear();
  });
  afterAll(() => {
    s3.store.isVersioned = false;
    s3.store.hidden.clear();
    s3.store.locked.clear();
  });

  it("takes what is hidden, too: what was replaced or deleted before, and the markers of that", async () => {
    await putAll();
    await putAll();
    await storage.delete("parts/gone/0/0");
    expect(s3.store.versionsOf("parts/gone/").length).toBeGreaterThan(5);
    expect(await storage.removeAll("parts/gone")).toBe(3);
    expect(s3.store.versionsOf("parts/gone/")).toEqual([]);
    expect(s3.store.versionsOf("parts/gone-not/")).toHaveLength(2);
  });

  it("forgets unfinished uploads", async () => {
    await s3.store.initiateUpload("", "parts/gone/0/0", "unfinished", {});
    await storage.removeAll("parts/gone");
    expect(s3.store.uploads.size).toBe(0);
  });

  it("fails where the bucket locks something, when all else is gone, and is done when it lets go", async () => {
    await putAll();
    s3.store.locked.add("parts/gone/0/0");
    await expect(storage.removeAll("parts/gone")).rejects.toMatchObject({ code: "unavailable" });
    expect(s3.store.versionsOf("parts/gone/").map(({ key }) => key)).toEqual(["parts/gone/0/0"]);
    s3.store.locked.clear();
    expect(await storage.removeAll("parts/gone")).toBe(1);
  });

  it("takes the objects themselves where the store knows no versions", async () => {
    s3.store.isVersioned = false;
    await putAll();
    proxy.decide(({ url }) => (url.includes("versions") ? "not_implemented" : "pass"));
    expect(await storage.removeAll("parts/gone")).toBe(3);
    expect([...s3.store.objects.keys()]).toEqual(["parts/gone-not/0/0"]);
  });

  it("goes on where it was broken off", async () => {
    await putAll();
    let deletions = 0;
    proxy.decide(({ method }) => (method === "DELETE" && deletions++ > 0 ? "down" : "pass"));
    await expect(storage.removeAll("parts/gone")).rejects.toMatchObject({ code: "unavailable" });
    proxy.decide(() => "pass");
    await storage.removeAll("parts/gone");
    expect(s3.store.versionsOf("parts/gone/")).toEqual([]);
  });
});

it("is not well while S3 is away, and well again afterwards", async () => {
  proxy.decide(() => "down");
  await expect(storage.check()).rejects.toThrow();
  proxy.decide(() => "pass");
  await storage.check();
  expect(s3.store.objects.size).toBe(0);
});
