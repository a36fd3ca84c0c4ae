import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { holder } from "../children/file-lock.ts";
import { claimDataDir } from "./run-file.ts";

let folder: string;
let other: ChildProcess;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "talentflow-run-"));
  other = spawn(process.execPath, ["-e", "console.log('up'); setInterval(() => {}, 1000)"], {
    stdio: ["ignore", "pipe", "ignore"],
  });
  if (other.stdout) await once(other.stdout, "data");
});
afterEach(() => {
  other.kill("SIGKILL");
  rmSync(folder, { recursive: true, force: true });
});

const DEAD = { pid: 2 ** 22 + 1, identity: "gone" };

function writeRun(run: object): void {
  writeFileSync(join(folder, "run.json"), JSON.stringify(run));
}

test("a folder is held until it is released", async () => {
  const claim = await claimDataDir(folder);
  await expect(claimDataDir(folder)).rejects.toThrow(`already runs on ${folder} (process ${process.pid})`);
  claim.release();
  expect(existsSync(join(folder, "run.json"))).toBe(false);
  (await claimDataDir(folder)).release();
});

test("children of a killed supervisor are ended before anything else starts", async () => {
  writeRun({ supervisor: DEAD, children: { web: holder(other.pid ?? 0) }, stopping: false });
  const claim = await claimDataDir(folder);
  if (other.signalCode === null) await once(other, "exit");
  expect(other.signalCode).toBe("SIGTERM");
  expect(JSON.parse(readFileSync(join(folder, "run.json"), "utf8")).children).toEqual({});
  claim.release();
});

test("a stranger that was given a child's number is left alone", async () => {
  writeRun({ supervisor: DEAD, children: { web: { pid: other.pid, identity: "the child of then" } }, stopping: false });
  (await claimDataDir(folder)).release();
  expect(other.signalCode).toBeNull();
  expect(other.exitCode).toBeNull();
});

test("a predecessor that is leaving is waited for", async () => {
  writeRun({ supervisor: holder(other.pid ?? 0), children: {}, stopping: true });
  const claim = claimDataDir(folder);
  other.kill("SIGTERM");
  (await claim).release();
});

test("a file cut short by a crash names nobody", async () => {
  writeFileSync(join(folder, "run.json"), '{"supervis');
  (await claimDataDir(folder)).release();
});
