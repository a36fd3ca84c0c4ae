import { spawn } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { withFileLock } from "../children/file-lock.ts";
import { CliError } from "./cli-error.ts";
import { PROJECT_ROOT } from "./project-root.ts";
import { sourceHash } from "./source-hash.ts";

const BUILD_DIR = join(PROJECT_ROOT, ".next");
const STAMP = join(BUILD_DIR, "talentflow-build");

/** Whether `.next` holds a finished build of the sources as they are. */
export function isBuilt(): boolean {
  return existsSync(STAMP) && readFileSync(STAMP, "utf8") === sourceHash(PROJECT_ROOT);
}

/**
 * Builds the pages when their sources changed since the last build. Of several that start at once, one builds.
 *
 * @param signal ends a build that is no longer wanted
 * @throws CliError holding what `next build` printed when it fails
 */
export async function ensureBuilt(signal?: AbortSignal): Promise<void> {
  if (isBuilt()) return;
  mkdirSync(BUILD_DIR, { recursive: true });
  await withFileLock(join(PROJECT_ROOT, "node_modules", ".talentflow-build-lock"), async () => {
    if (isBuilt()) return;
    const hash = sourceHash(PROJECT_ROOT); // taken before: what changes while it builds is built next time
    await build(signal);
    writeFileSync(STAMP, hash);
  });
}

function build(signal: AbortSignal | undefined): Promise<void> {
  const next = join(PROJECT_ROOT, "node_modules", "next", "dist", "bin", "next");
  const child = spawn(process.execPath, [next, "build"], {
    cwd: PROJECT_ROOT,
    env: { ...process.env, NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" },
    stdio: ["ignore", "pipe", "pipe"],
    ...(signal ? { signal } : {}),
  });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk) => (output += chunk));
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (code) => {
      if (code === 0) resolve();
      else reject(new CliError(`${output.trim()}\nThe pages could not be built; the reason stands above.`));
    });
  });
}
