import { defineConfig, devices } from "playwright/test";
import { findLightChromium } from "../lib/tools/tests/chromium.ts";
import { CHROMIUM_ARGUMENTS } from "./support/chromium-arguments.ts";

const CHROMIUM = { executablePath: findLightChromium(), args: CHROMIUM_ARGUMENTS };

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
      testMatch: ["interview.spec.ts", "heard-words.spec.ts", "strange-language.spec.ts"],
    },
  ],
});
