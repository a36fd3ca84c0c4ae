import { execFile } from "node:child_process";
import { join } from "node:path";
import { PROJECT_ROOT } from "../runtime/project-root.ts";

export type Ran = { code: number; stdout: string; stderr: string };

/**
 * Runs a command as somebody types it, in a process of its own.
 *
 * @param more.input what is piped into it
 * @param more.environment variables to set, or to unset by undefined
 */
export function talentflow(
  args: string[],
  more: { input?: string; environment?: Record<string, string | undefined> } = {},
): Promise<Ran> {
  return new Promise((resolve) => {
    const main = join(PROJECT_ROOT, "lib/cli/main.ts");
    const options = { cwd: PROJECT_ROOT, env: { ...process.env, ...more.environment } };
    const child = execFile(process.execPath, [main, ...args], options, (error, stdout, stderr) => {
      resolve({ code: error ? Number(error.code) : 0, stdout, stderr });
    });
    child.stdin?.end(more.input ?? "");
  });
}
