import { execFileSync, spawn, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { once } from "node:events";
import { chmod, chown, mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { closeFolders } from "./close-folders.ts";
import { createLocalStorage, type PutStep } from "./local.ts";

const PART = Buffer.alloc(400_000, "interview ");
const ANNOUNCED = {
  length: PART.byteLength,
  sha256: createHash("sha256").update(PART).digest("hex"),
  maxBytes: 900 * 1024,
};
const KEY = "parts/session/0/0";

/** A disk of one megabyte needs the right to mount one. */
const canMount = process.platform === "linux" && process.getuid?.() === 0 && mountsTmpfs();

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "local-storage-"));
});
afterAll(() => rm(folder, { recursive: true }));

async function* body(): AsyncGenerator<Uint8Array> {
  yield PART.subarray(0, 150_000);
  yield PART.subarray(150_000);
}

describe("a disk that fills up", () => {
  it("refuses a part before reading any of it, and says when to come back", async () => {
    let free = 1_100_000;
    const root = join(folder, "low");
    const storage = createLocalStorage({ root, reserveBytes: 1_000_000, freeBytes: async () => free });
    let read = false;
    async function* watched() {
      read = true;
      yield PART;
    }
    const refused = storage.putPart(KEY, watched(), ANNOUNCED);
    await expect(refused).rejects.toMatchObject({ code: "storage_full", retryAfterSeconds: 30 });
    expect(read).toBe(false);

    free = 2_000_000;
    await storage.putPart(KEY, watched(), ANNOUNCED);
    expect((await storage.stat(KEY))?.sizeBytes).toBe(PART.byteLength);
  });

  it("is not well once the reserve is reached", async () => {
    const root = join(folder, "reserve");
    const storage = createLocalStorage({ root, reserveBytes: 1_000, freeBytes: async () => 999 });
    await expect(storage.check()).rejects.toMatchObject({ code: "storage_full" });
  });

  it.runIf(canMount)("refuses a part that really does not fit, and goes on once there is room", async () => {
    await withSmallDisk(async (root) => {
      const storage = createLocalStorage({ root, freeBytes: async () => Number.POSITIVE_INFINITY });
      await storage.putPart("parts/session/0/0", body(), ANNOUNCED);
      await storage.putPart("parts/session/0/1", body(), ANNOUNCED);
      const refused = storage.putPart("parts/session/0/2", body(), ANNOUNCED);
      await expect(refused).rejects.toMatchObject({ code: "storage_full", retryAfterSeconds: 30 });
      expect(await readdir(join(root, ".tmp"))).toEqual([]);
      expect(await bytesOf(storage, "parts/session/0/1")).toEqual(PART);

      const joining = storage.withScratch((scratch) => writeFile(join(scratch, "joined"), PART));
      await expect(joining).rejects.toMatchObject({ code: "storage_full" });

      await storage.delete("parts/session/0/0");
      await storage.putPart("parts/session/0/2", body(), ANNOUNCED);
      expect(await bytesOf(storage, "parts/session/0/2")).toEqual(PART);
    });
  });
});

describe("a process killed while it stores a part", () => {
  const outcomes: [PutStep, "gone" | "whole"][] = [
    ["written", "gone"],
    ["synced", "gone"],
    ["renamed", "whole"],
    ["folder_synced", "whole"],
  ];
  it.each(outcomes)("once it is %s: the part is %s, never half there", async (step, outcome) => {
    const root = join(folder, `killed-${step}`);
    expect(await putAndDie(root, step)).toBe("SIGKILL");

    const storage = createLocalStorage({ root });
    if (outcome === "gone") expect(await storage.stat(KEY)).toBeNull();
    else expect(await bytesOf(storage, KEY)).toEqual(PART);

    await storage.putPart(KEY, body(), ANNOUNCED);
    expect(await bytesOf(storage, KEY)).toEqual(PART);
    expect(await storage.removeAbandoned(new Date(Date.now() + 60_000))).toBe(outcome === "gone" ? 1 : 0);
  });
});

it("keeps everything from other accounts of this machine, whatever the system's habit is", async () => {
  const root = join(folder, "modes");
  const before = process.umask(0);
  try {
    const storage = createLocalStorage({ root });
    await storage.check();
    await storage.putPart(KEY, body(), ANNOUNCED);
    await storage.withScratch(async (scratch) => {
      await writeFile(join(scratch, "joined"), PART, { mode: 0o666 });
      await storage.publish("recordings/session/one.webm", join(scratch, "joined"));
    });
  } finally {
    process.umask(before);
  }
  const found = await readdir(root, { recursive: true, withFileTypes: true });
  for (const entry of found) {
    const { mode } = await stat(join(entry.parentPath, entry.name));
    expect(`${entry.name} ${(mode & 0o777).toString(8)}`).toBe(`${entry.name} ${entry.isDirectory() ? 700 : 600}`);
  }
  expect(found.filter((entry) => entry.isFile())).toHaveLength(2);
  expect((await stat(root)).mode & 0o777).toBe(0o700);
});

it("closes folders of an earlier release to other accounts, and leaves alone what is not ours", async () => {
  const root = join(folder, "earlier");
  await mkdir(join(root, "recordings", "session"), { recursive: true });
  await mkdir(join(root, "postgres"), { mode: 0o700 });
  await writeFile(join(root, "recordings", "session", "one.webm"), PART, { mode: 0o644 });
  await chmod(join(root, "recordings"), 0o755);
  const other = process.getuid?.() === 0;
  if (other) await chown(join(root, "postgres"), 65_534, 65_534);
  if (other) await chmod(join(root, "postgres"), 0o750);
  await closeFolders(root);
  expect((await stat(join(root, "recordings"))).mode & 0o777).toBe(0o700);
  expect((await stat(join(root, "postgres"))).mode & 0o777).toBe(other ? 0o750 : 0o700);
  await closeFolders(join(root, "none"));
});

it("names the file that a browser is to get, and says when there is none", async () => {
  const root = join(folder, "source");
  const storage = createLocalStorage({ root });
  await storage.putPart(KEY, body(), ANNOUNCED);
  const link = { expiresInSeconds: 1, contentType: "video/webm", contentDisposition: "inline" };
  expect(await storage.source(KEY, link)).toEqual({ path: join(root, KEY) });
  await expect(storage.source(`${KEY}-none`, link)).rejects.toMatchObject({ code: "not_found" });
  await expect(storage.source(dirname(KEY), link)).rejects.toMatchObject({ code: "not_found" });
});

it("is not well when its folder can't be made", async () => {
  await writeFile(join(folder, "a-file"), "");
  await expect(createLocalStorage({ root: join(folder, "a-file", "data") }).check()).rejects.toThrow("ENOTDIR");
});

it.runIf(canMount)("publishes a file that lies on another disk", async () => {
  await withSmallDisk(async (elsewhere) => {
    await writeFile(join(elsewhere, "finished"), PART);
    const storage = createLocalStorage({ root: join(folder, "publish") });
    await storage.publish("recordings/one.webm", join(elsewhere, "finished"));
    expect(await bytesOf(storage, "recordings/one.webm")).toEqual(PART);
    expect(await readdir(elsewhere)).toEqual([]);
  });
});

function bytesOf(storage: ReturnType<typeof createLocalStorage>, key: string): Promise<Buffer> {
  return storage.withLocalFiles([key], ([path]) => readFile(path ?? ""));
}

/** Stores the part in a process of its own, which kills itself at the given step. */
async function putAndDie(root: string, step: PutStep): Promise<string> {
  const script = `
    import { createLocalStorage } from ${JSON.stringify(new URL("./local.ts", import.meta.url).href)};
    const reached = (step) => { if (step === ${JSON.stringify(step)}) process.kill(process.pid, "SIGKILL"); };
    const storage = createLocalStorage({ root: ${JSON.stringify(root)}, reached });
    const part = Buffer.alloc(${PART.byteLength}, "interview ");
    await storage.putPart(${JSON.stringify(KEY)}, [part], ${JSON.stringify(ANNOUNCED)});
  `;
  const child = spawn(process.execPath, ["--input-type=module", "--eval", script], { stdio: "inherit" });
  const [, signal] = await once(child, "exit");
  return signal;
}

async function withSmallDisk(use: (path: string) => Promise<void>): Promise<void> {
  const path = await mkdtemp(join(folder, "small-disk-"));
  execFileSync("mount", ["-t", "tmpfs", "-o", "size=1m", "tmpfs", path]);
  try {
    await use(path);
  } finally {
    execFileSync("umount", [path]);
  }
}

function mountsTmpfs(): boolean {
  // In a mount namespace of its own, so that the trial leaves nothing behind.
  return spawnSync("unshare", ["--mount", "mount", "-t", "tmpfs", "tmpfs", tmpdir()]).status === 0;
}
