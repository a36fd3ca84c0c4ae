import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { ensureBuilt } from "../../runtime/build.ts";
import { PROJECT_ROOT } from "../../runtime/project-root.ts";
import { changedTests } from "./changed-tests.ts";
import { ensureChromium } from "./chromium.ts";
import { type Counts, playwrightCounts, readCounts, vitestCounts } from "./test-results.ts";

/** A check counts as one; a runner counts its tests. */
type Step = { name: string; run(reportDir: string): Promise<Counts> };

const STEPS: Step[] = [
  { name: "lint", run: () => check(["@biomejs/biome", "biome"], "check", "--error-on-warnings", ".") },
  { name: "types", run: types },
  { name: "unit", run: (reports) => vitest(join(reports, "unit.json")) },
  { name: "build", run: build },
  { name: "contract", run: (reports) => vitest(join(reports, "contract.json"), "--config", "e2e/vitest.config.ts") },
  { name: "browser", run: (reports) => playwright(join(reports, "browser.json")) },
];

/** Only when it is named: part of `unit`. */
const CHANGED: Step = { name: "changed", run: (reports) => vitest(join(reports, "changed.json"), ...changedTests()) };

/**
 * `npm test`: every step in order, up to the first that fails; `npm run check` those that are quick. The last line printed is `N passed, N failed`, over all
 * runners.
 *
 * @param names only these steps, such as `lint` and `unit`; all when empty
 * @returns the exit code: 0 only when nothing failed
 */
export async function runTests(names: string[] = []): Promise<number> {
  const all = [...STEPS, CHANGED];
  const unknown = names.filter((name) => !all.some((step) => step.name === name));
  if (unknown.length > 0) {
    print(`There is no step ${unknown.join(", ")}; there are ${all.map((step) => step.name).join(", ")}.`);
    return 1;
  }
  const reports = mkdtempSync(join(tmpdir(), "talentflow-reports-"));
  try {
    const steps = names.length === 0 ? STEPS : all.filter((step) => names.includes(step.name));
    const { passed, failed } = await runSteps(steps, reports);
    print(`${passed} passed, ${failed} failed`);
    return failed === 0 ? 0 : 1;
  } finally {
    rmSync(reports, { recursive: true, force: true });
  }
}

async function runSteps(steps: Step[], reports: string): Promise<Counts> {
  const summary: string[] = [];
  const total = { passed: 0, failed: 0 };
  for (const step of steps) {
    print(`\n── ${step.name}`);
    const startedAt = performance.now();
    const { passed, failed } = await step.run(reports).catch(failedWith);
    const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
    total.passed += passed;
    total.failed += failed;
    summary.push(
      `${step.name.padEnd(10)}${String(passed).padStart(5)} passed ${String(failed).padStart(4)} failed ${seconds.padStart(8)} s`,
    );
    if (failed > 0) break;
  }
  print(`\n${summary.join("\n")}`);
  if (summary.length < steps.length)
    print(
      `Not run: ${steps
        .slice(summary.length)
        .map((step) => step.name)
        .join(", ")}`,
    );
  return total;
}

function failedWith(error: unknown): Counts {
  print(error instanceof Error ? error.message : String(error));
  return { passed: 0, failed: 1 };
}

/** A fresh clone has neither `next-env.d.ts` nor the types of its routes. */
async function types(): Promise<Counts> {
  const prepared = await run(["next", "next"], ["typegen"]);
  return prepared === 0 ? check(["typescript", "tsc"], "--noEmit") : { passed: 0, failed: 1 };
}

async function build(): Promise<Counts> {
  await ensureBuilt();
  return { passed: 1, failed: 0 };
}

async function check(program: Program, ...args: string[]): Promise<Counts> {
  return (await run(program, args)) === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

async function vitest(report: string, ...args: string[]): Promise<Counts> {
  const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${report}`];
  const code = await run(["vitest", "vitest"], ["run", ...args, ...reporters]);
  return agreeing(code, readCounts(report, vitestCounts));
}

async function playwright(report: string): Promise<Counts> {
  ensureChromium();
  const args = ["test", "-c", "e2e/playwright.config.ts", "--reporter=list,json"];
  const code = await run(["playwright", "playwright"], args, { PLAYWRIGHT_JSON_OUTPUT_FILE: report });
  return agreeing(code, readCounts(report, playwrightCounts));
}

/** A runner that ends badly has failed, whatever its report says: a teardown may throw after the last test. */
function agreeing(code: number, counts: Counts): Counts {
  return code !== 0 && counts.failed === 0 ? { ...counts, failed: 1 } : counts;
}

/** A package and the name of the program it brings. */
type Program = [packageName: string, bin: string];

/** Runs a program of our packages on this Node, at the project's root. Settles with its exit code. */
function run([packageName, bin]: Program, args: string[], variables: Record<string, string> = {}): Promise<number> {
  const modules = join(PROJECT_ROOT, "node_modules");
  const manifest = JSON.parse(readFileSync(join(modules, packageName, "package.json"), "utf8"));
  const path = typeof manifest.bin === "string" ? manifest.bin : manifest.bin[bin];
  const child = spawn(process.execPath, [join(modules, packageName, path), ...args], {
    cwd: PROJECT_ROOT,
    // What a tool starts by the name `node` must be the Node of package.json too.
    env: { ...process.env, ...variables, PATH: [join(modules, ".bin"), process.env.PATH].join(delimiter) },
    stdio: "inherit",
  });
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("exit", (code) => resolve(code ?? 1));
  });
}

function print(text: string): void {
  process.stdout.write(`${text}\n`);
}
