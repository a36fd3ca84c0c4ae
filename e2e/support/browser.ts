import { readlink } from "node:fs/promises";
import { join } from "node:path";
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
export async function killBrowser(profile: string): Promise<void> {
  const lock = await readlink(join(profile, "SingletonLock")); // host-pid
  process.kill(Number(lock.slice(lock.lastIndexOf("-") + 1)), "SIGKILL");
}
