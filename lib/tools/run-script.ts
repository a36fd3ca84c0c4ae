import { spawn } from "node:child_process";
import { join } from "node:path";
import { PROJECT_ROOT } from "../runtime/project-root.ts";

/**
 * Runs a script that stands outside the product, in a process of its own.
 * @param path from the project's root
 * @returns its exit code; 1 when a signal ended it
 */
export function runScript(path: string, args: readonly string[]): Promise<number> {
  const child = spawn(process.execPath, [join(PROJECT_ROOT, path), ...args], { cwd: PROJECT_ROOT, stdio: "inherit" });
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("exit", (code) => resolve(code ?? 1));
  });
}
