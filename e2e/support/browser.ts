import { execFileSync } from "node:child_process";
import { type BrowserContext, chromium, type Page } from "playwright/test";
import { findChromium } from "../../lib/tools/tests/chromium.ts";
import { CHROMIUM_ARGUMENTS } from "./chromium-arguments.ts";
import { type Slice, watchEmitted } from "./emitted.ts";

/** A browser of its own, with a profile on the disk that outlives it. */
export async function openBrowser(profile: string): Promise<{ context: BrowserContext; page: Page; emitted: Slice[] }> {
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: findChromium(),
    args: CHROMIUM_ARGUMENTS,
    permissions: ["camera", "microphone"],
  });
  const emitted = await watchEmitted(context);
  return { context, page: await context.newPage(), emitted };
}

/** Ends the browser of this profile without a word to it, as a power cut does. */
export function killBrowser(profile: string): void {
  const running = execFileSync("ps", ["-A", "-ww", "-o", "pid=,args="], { encoding: "utf8" }).split("\n");
  const [first] = running.filter((line) => line.includes(`--user-data-dir=${profile}`) && !line.includes("--type="));
  if (!first) throw new Error(`no browser runs on ${profile}`);
  process.kill(Number.parseInt(first, 10), "SIGKILL");
}
