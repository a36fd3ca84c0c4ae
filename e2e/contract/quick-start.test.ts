import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { promisify } from "node:util";
import { expect, inject, test } from "vitest";
import { talentflow } from "../../lib/testing/command.ts";
import { newTenant } from "../support/tenant.ts";

const ROOT = resolve(import.meta.dirname, "../..");

/** The block of README.md that follows the words that announce it. */
async function readmeBlock(): Promise<string> {
  const readme = await readFile(join(ROOT, "README.md"), "utf8");
  const [, block] = /<!-- quick-start -->\s+```sh\n([\s\S]*?)```/.exec(readme) ?? [];
  if (!block) throw new Error("README.md has no quick start");
  return block;
}

test("the quick start in the README is the one that can be saved, in ten lines", async () => {
  const block = await readmeBlock();
  expect(block).toBe(await readFile(join(ROOT, "public/examples/quick-start.sh"), "utf8"));
  expect(block.trimEnd().split("\n")).toHaveLength(10);
});

test.each([
  ["a test key", ["--test"], /sandbox/i],
  ["a live key", [], /rubric/i],
] as const)("from %s to a scored interview, as the README has it", async (_, options, method) => {
  const { actor } = await newTenant();
  const where = ["--organization", actor.organizationId];
  const made = await talentflow(["api-key", "create", "--name", "first-day", ...options, ...where, "--json"]);
  const { api_key } = JSON.parse(made.stdout) as { api_key: string };
  const folder = await mkdtemp(join(tmpdir(), "talentflow-quick-start-"));
  try {
    const script = join(folder, "quick-start.sh");
    await writeFile(script, await readmeBlock());
    const env = { ...process.env, BASE: inject("baseUrl"), KEY: api_key };
    const { stdout } = await promisify(execFile)("bash", [script], { env, timeout: 50_000 });
    const last = JSON.parse(
      stdout
        .trim()
        .split("\n")
        .at(-1)
        ?.replace(/^.*?(?=\{"success":true,"analysis")/, "") ?? "",
    );
    expect(last.analysis).toMatchObject({ analysis_status: "completed", method_label: expect.stringMatching(method) });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});
