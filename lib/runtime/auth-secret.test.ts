import { execFile } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { expect, onTestFinished, test } from "vitest";
import { ensureAuthSecret, findAuthSecret } from "./auth-secret.ts";

function testFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "talentflow-secret-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  return join(folder, "data");
}

test("the secret is made once, for the owner of the folder alone", () => {
  const folder = testFolder();
  expect(findAuthSecret(folder)).toBeNull();
  const secret = ensureAuthSecret(folder);
  expect(findAuthSecret(folder)).toBe(secret);
  expect(secret).toMatch(/^[0-9a-f]{64}$/);
  expect(ensureAuthSecret(folder)).toBe(secret);
  expect(readFileSync(join(folder, "auth-secret"), "utf8")).toBe(`${secret}\n`);
  expect(statSync(join(folder, "auth-secret")).mode & 0o777).toBe(0o600);
});

test("processes that start at once have the same, and leave nothing else behind", async () => {
  const folder = testFolder();
  const script = `import("${import.meta.dirname}/auth-secret.ts").then((m) => process.stdout.write(m.ensureAuthSecret(process.argv[1])))`;
  const started = Array.from({ length: 4 }, () => promisify(execFile)(process.execPath, ["-e", script, folder]));
  const secrets = (await Promise.all(started)).map(({ stdout }) => stdout);
  expect(new Set(secrets)).toEqual(new Set([ensureAuthSecret(folder)]));
  expect(readdirSync(folder)).toEqual(["auth-secret"]);
});
