import { join } from "node:path";
import { defineConfig, devices } from "playwright/test";
import { findChromium } from "../lib/cli/chromium.ts";

const SPEECH = join(import.meta.dirname, "fixtures/media/speech.wav");

// A fake camera that moves, a microphone that speaks, and nothing that talks to the world.
const CHROMIUM = {
  executablePath: findChromium(),
  args: [
    "--no-sandbox",
    "--use-fake-ui-for-media-stream",
    "--use-fake-device-for-media-stream",
    `--use-file-for-fake-audio-capture=${SPEECH}`,
    "--autoplay-policy=no-user-gesture-required",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
  ],
};

// Journeys through whole pages. Each owns its organisation, so they may run side by side.
export default defineConfig({
  testDir: "journeys",
  fullyParallel: true,
  workers: 2,
  timeout: 120_000,
  expect: { timeout: 15_000 },
  forbidOnly: true,
  reporter: "list",
  outputDir: "../test-results",
  globalSetup: "./support/journey-server.ts",
  use: { launchOptions: CHROMIUM, permissions: ["camera", "microphone"], screenshot: "only-on-failure" },
  projects: [
    { name: "desktop", use: { viewport: { width: 1440, height: 900 } } },
    {
      name: "phone",
      use: { ...devices["Pixel 7"], viewport: { width: 390, height: 844 }, defaultBrowserType: "chromium" },
      testMatch: "interview.spec.ts",
    },
  ],
});
