import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { chromium } from "playwright";
import { CliError } from "../../runtime/cli-error.ts";
import { PROJECT_ROOT } from "../../runtime/project-root.ts";

const SHELL = "chromium-headless-shell";
const NAMES = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
const APPLICATIONS = [
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
];
const DOWNLOAD_LIMIT_MS = 180_000;
const PACKAGE_LIMIT_MS = 600_000;

/**
 * The Chromium that browser tests drive: CHROMIUM_PATH, else one of this machine, else Playwright's own.
 *
 * @throws CliError when there is none
 */
export function findChromium(): string {
  const found = lookForChromium();
  if (found) return found;
  throw new CliError("No Chromium was found. Install one, or name it in CHROMIUM_PATH.");
}

/**
 * The browser for tests that open pages and no more: the shell, where this machine has it, which is the same engine without the desktop's
 * browser around it, and does a third less for the same page. It neither keeps a profile through a crash nor shows a page of its own where a
 * page cannot be reached.
 *
 * @throws CliError when there is none
 */
export function findLightChromium(): string {
  return process.env.CHROMIUM_PATH ? findChromium() : (onPath([SHELL]) ?? findChromium());
}

/**
 * The same as `findChromium`, but gets one when there is none: from Playwright, or, where that download is refused and we are root, from
 * the system's packages. Both take their time, and are given up after a bound.
 *
 * @throws CliError when none can be had
 */
export function ensureChromium(): string {
  const present = lookForChromium();
  if (present) return present;
  const cli = join(PROJECT_ROOT, "node_modules", "playwright", "cli.js");
  attempt(process.execPath, [cli, "install", "chromium"], DOWNLOAD_LIMIT_MS);
  if (!lookForChromium() && process.getuid?.() === 0) {
    attempt("apt-get", ["update", "-q"], PACKAGE_LIMIT_MS);
    attempt("apt-get", ["install", "-y", "-q", "--no-install-recommends", "chromium"], PACKAGE_LIMIT_MS);
  }
  return findChromium();
}

function lookForChromium(): string | undefined {
  const named = process.env.CHROMIUM_PATH;
  if (named) {
    if (existsSync(named)) return named;
    throw new CliError(`CHROMIUM_PATH names ${named}, which does not exist.`);
  }
  return onPath(NAMES) ?? [...APPLICATIONS, chromium.executablePath()].find((path) => existsSync(path));
}

function onPath(names: string[]): string | undefined {
  const folders = (process.env.PATH ?? "").split(delimiter).filter(Boolean);
  return names.flatMap((name) => folders.map((folder) => join(folder, name))).find((path) => existsSync(path));
}

/** Whether it helped shows in what is found afterwards. */
function attempt(file: string, args: string[], limitMs: number): void {
  try {
    execFileSync(file, args, {
      stdio: "ignore",
      timeout: limitMs,
      env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" },
    });
  } catch {
    // Refused, absent or too slow: the next way is tried, and the last word is findChromium's.
  }
}
