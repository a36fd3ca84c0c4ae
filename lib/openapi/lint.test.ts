import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { PROJECT_ROOT } from "../runtime/project-root.ts";
import { openApiDocument } from "./document.ts";

const LINTER = join(PROJECT_ROOT, "node_modules/@redocly/cli/bin/cli.js");
/** All that it recommends, as errors. */
const RULES = { extends: ["recommended-strict"] };

type Problem = { ruleId: string; message: string; location: { pointer?: string }[] };

test("a strict linter has nothing to say about the document", { timeout: 60_000 }, async () => {
  const folder = await mkdtemp(join(tmpdir(), "talentflow-lint-"));
  try {
    const document = join(folder, "openapi.json");
    const config = join(folder, "redocly.yaml");
    await writeFile(document, JSON.stringify(openApiDocument("https://talentflow.test")));
    await writeFile(config, JSON.stringify(RULES));
    const problems = await lint(document, config);
    expect(
      problems.map(({ ruleId, message, location }) => `${ruleId}: ${message} ${location[0]?.pointer}`).slice(0, 50),
    ).toEqual([]);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});

function lint(document: string, config: string): Promise<Problem[]> {
  const env = { ...process.env, REDOCLY_TELEMETRY: "off", REDOCLY_SUPPRESS_UPDATE_NOTICE: "true", CI: "true" };
  const args = [LINTER, "lint", document, "--config", config, "--format", "json", "--max-problems", "1000"];
  return new Promise((resolve, reject) => {
    execFile(process.execPath, args, { env, maxBuffer: 64 * 1024 * 1024 }, (error, stdout, stderr) => {
      try {
        resolve(JSON.parse(stdout).problems);
      } catch {
        reject(new Error(`the linter did not answer: ${error?.message}\n${stderr}`));
      }
    });
  });
}
