import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { appendFile, cp, mkdir, mkdtemp, readdir, readFile, rm, truncate, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { type ArchiveServer, startArchiveServer } from "../../testing/speech/archive-server.ts";
import { hearsNonsense, hearsWell, TINY, TINY_ARCHIVE, tinyBytes } from "../../testing/speech/tiny-model.ts";
import { type Installing, installFrom, installModel } from "./install-model.ts";
import { findInstalled } from "./installed-models.ts";
import { readManifest } from "./manifest.ts";
import { ENGINE } from "./self-test.ts";

/** What unpacks has a low priority: on a machine that is busy it waits for the others. */
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

const PROGRAM = fileURLToPath(new URL("../../testing/speech/install-process.ts", import.meta.url));

let folder: string;
let server: ArchiveServer;
/** Where it was installed once, to be copied. */
let whole: string;
beforeAll(async () => {
  whole = await mkdtemp(join(tmpdir(), "installed-model-"));
  await installFrom(TINY_ARCHIVE, null, installing({ folder: whole }));
});
afterAll(() => rm(whole, { recursive: true }));
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "install-model-"));
  server = await startArchiveServer(tinyBytes);
});
afterEach(async () => {
  await server.close();
  await rm(folder, { recursive: true, force: true });
});

const installing = (more: Partial<Installing> = {}): Installing => ({
  folder,
  mirror: server?.url,
  hear: hearsWell,
  signal: new AbortController().signal,
  ...more,
});
const reasonOf = (work: Promise<unknown>) =>
  work.then(
    () => null,
    (error) => error.reason ?? error,
  );

/** What somebody sees who looks: no archive, nothing half. */
const lying = async () => (await readdir(folder)).filter((name) => name !== ".fetching").sort();

describe("a model of the catalogue", () => {
  it("is fetched, unpacked, noted and tried, and then lies there in its own name", async () => {
    const steps: string[] = [];
    const model = await installModel(TINY, installing({ onStep: ({ state }) => steps.push(state) }));
    expect(model).toMatchObject({ name: "tiny-model", kind: "whisper", languages: ["en"], sha256: /^[\da-f]{64}$/ });
    expect(model.files.encoder).toBe(join(folder, "tiny-model", "tiny.en-encoder.int8.onnx"));
    expect([...new Set(steps)]).toEqual(["fetching", "unpacking", "testing"]);
    expect(await lying()).toEqual(["tiny-model"]);
    expect(await readdir(join(folder, ".fetching"))).toEqual([]);
    // The same weights in more space are not kept.
    expect((await readdir(join(folder, "tiny-model"))).sort()).toEqual([
      "README.md",
      "talentflow-model.json",
      "tiny.en-decoder.int8.onnx",
      "tiny.en-encoder.int8.onnx",
      "tiny.en-tokens.txt",
    ]);
    expect(await readManifest(join(folder, "tiny-model"))).toMatchObject({
      archiveSha256: TINY.sha256,
      selfTest: { engine: ENGINE, reason: null },
    });
    await installModel(TINY, installing());
    expect(server.ranges).toHaveLength(1);
  });

  it("that does not say the clip's words is marked as refused, and is not fetched again to be tried again", async () => {
    expect(await reasonOf(installModel(TINY, installing({ hear: hearsNonsense })))).toMatchObject({
      code: "self_test_failed",
      params: { matched: 0, words: 8 },
    });
    expect(await findInstalled(folder, "tiny-model")).toMatchObject({
      verdict: "refused",
      reason: { code: "self_test_failed", params: { model: "tiny-model" } },
    });
    await installModel(TINY, installing());
    expect(await findInstalled(folder, "tiny-model")).toMatchObject({ verdict: "ready" });
    expect(server.ranges).toHaveLength(1);
  });

  it("that the engine breaks down with is refused, too", async () => {
    const hear = async () => Promise.reject(new Error("SIGABRT"));
    expect(await reasonOf(installModel(TINY, installing({ hear })))).toMatchObject({ code: "engine_failed" });
    expect(await findInstalled(folder, "tiny-model")).toMatchObject({ verdict: "refused" });
  });

  it.each([
    ["cut in half", (file: string) => truncate(file, 60_000), "cut"],
    ["emptied", (file: string) => truncate(file, 0), "empty"],
    ["longer by a byte", (file: string) => appendFile(file, "x"), "changed"],
    ["another by a byte", changeByte, "changed"],
    ["gone", (file: string) => rm(file), "missing"],
  ])("with a file that is %s is refused by that file's name", async (_how, spoil, fault) => {
    await cp(whole, folder, { recursive: true });
    expect(await findInstalled(folder, "tiny-model")).toMatchObject({ verdict: "ready" });
    await spoil(join(folder, "tiny-model", "tiny.en-encoder.int8.onnx"));
    expect(await findInstalled(folder, "tiny-model")).toMatchObject({
      verdict: "refused",
      reason: { code: "model_unreadable", params: { file: expect.stringMatching(/encoder/), fault } },
    });
  });

  it("is left where it is when the work is ended while it is unpacked, and the next one goes on", async () => {
    const stop = new AbortController();
    const onStep: Installing["onStep"] = ({ state }) => state === "unpacking" && setTimeout(() => stop.abort(), 50);
    await expect(installModel(TINY, installing({ signal: stop.signal, onStep }))).rejects.toThrow();
    expect(await lying()).toEqual([]);
    await installModel(TINY, installing());
    expect(server.ranges).toHaveLength(1);
  });

  it("of which a file is another is fetched anew", async () => {
    await cp(whole, folder, { recursive: true });
    await changeByte(join(folder, "tiny-model", "tiny.en-encoder.int8.onnx"));
    await installModel(TINY, installing());
    expect(server.ranges).toHaveLength(1);
    expect(await findInstalled(folder, "tiny-model")).toMatchObject({ verdict: "ready" });
    expect(await lying()).toEqual(["tiny-model"]);
  });
});

async function changeByte(file: string): Promise<void> {
  const bytes = await readFile(file);
  bytes[70_000] = (bytes[70_000] ?? 0) ^ 1;
  await writeFile(file, bytes);
}

describe("a model that somebody brought along", () => {
  it("as an archive is called as its folder is", async () => {
    const model = await installFrom(TINY_ARCHIVE, null, installing());
    expect(model.name).toBe("tiny-model");
    expect(server.ranges).toEqual([]);
  });

  it("as a folder is copied", async () => {
    const model = await installFrom(join(whole, "tiny-model"), null, installing());
    expect(model.files.tokens).toBe(join(folder, "tiny-model", "tiny.en-tokens.txt"));
  });

  it("is not taken for one of the catalogue that it is not", async () => {
    const wanted = { ...TINY, sha256: "0".repeat(64) };
    expect(await reasonOf(installFrom(TINY_ARCHIVE, wanted, installing()))).toMatchObject({ code: "wrong_digest" });
    expect(await lying()).toEqual([]);
  });

  it("and is no model is refused by what it lacks", async () => {
    const bare = join(folder, "bare");
    await mkdir(bare);
    await writeFile(join(bare, "tokens.txt"), "x");
    expect(await reasonOf(installFrom(bare, null, installing()))).toMatchObject({
      code: "model_unreadable",
      params: { file: "encoder", fault: "missing" },
    });
  });
});

describe("processes", () => {
  const children: ChildProcess[] = [];
  afterEach(() => {
    for (const child of children.splice(0)) child.kill("SIGKILL");
  });

  function start() {
    const child = spawn(process.execPath, [PROGRAM, folder, server.url], { stdio: ["ignore", "pipe", "inherit"] });
    children.push(child);
    let said = "";
    child.stdout.setEncoding("utf8").on("data", (text: string) => {
      said += text;
    });
    return {
      said: () => said,
      ended: once(child, "exit"),
      says: (word: string) => expect.poll(() => said, { interval: 5, timeout: 100_000 }).toContain(word),
      kill: async () => {
        child.kill("SIGKILL");
        await once(child, "exit");
      },
    };
  }

  it("that install at once fetch once: the other waits and finds it", async () => {
    server.troubles.push({ kind: "slow", everyMs: 10 });
    const [one, other] = [start(), start()];
    await Promise.all([one.ended, other.ended]);
    expect(one.said()).toContain("installed");
    expect(other.said()).toContain("installed");
    expect([one, other].filter(({ said }) => said().includes("unpacking"))).toHaveLength(1);
    expect(server.ranges).toHaveLength(1);
  });

  it("killed while fetching leave what they have to the next one", async () => {
    server.troubles.push({ kind: "slow", everyMs: 20 });
    const killed = start();
    const part = join(folder, ".fetching", "tiny-model.part");
    await expect.poll(() => existsSync(part), { interval: 5, timeout: 100_000 }).toBe(true);
    await killed.says("fetching");
    await new Promise((wake) => setTimeout(wake, 300));
    await killed.kill();
    expect(await findInstalled(folder, "tiny-model")).toBeNull();
    await installModel(TINY, installing());
    expect(server.ranges[1]).toMatch(/^bytes=[1-9]\d*-$/);
  });

  it.each(["unpacking", "testing"])("killed while %s leave no half model, and the next one has it", async (step) => {
    const killed = start();
    await killed.says(step);
    await killed.kill();
    const found = await findInstalled(folder, "tiny-model");
    expect(found === null || found.verdict !== "refused").toBe(true);
    await installModel(TINY, installing());
    expect(await findInstalled(folder, "tiny-model")).toMatchObject({ verdict: "ready" });
    expect(await lying()).toEqual(["tiny-model"]);
    expect(server.ranges).toHaveLength(1);
  });
});

it("a folder that was put there by hand is tried before it is used", async () => {
  await cp(join(whole, "tiny-model"), join(folder, "by-hand"), { recursive: true });
  await rm(join(folder, "by-hand", "talentflow-model.json"));
  expect(await findInstalled(folder, "by-hand")).toMatchObject({ verdict: "untested" });
});
