import { defineConfig } from "@playwright/test";

export default defineConfig({
  testDir: "tests/e2e",
  // Beside the reports of the other runners: Playwright empties this folder.
  outputDir: "test-results/browser",
  workers: 2,
  forbidOnly: true,
  timeout: 90_000,
  expect: { timeout: 20_000 },
  reporter: [
    ["list"],
    ["./tests/e2e/setup/figures-reporter.ts"],
    // Without a file it would print all of it.
    ...(process.env.PLAYWRIGHT_JSON_OUTPUT_FILE ? [["json"] as const] : []),
  ],
  projects: [
    { name: "together", testIgnore: "alone/**" },
    // These change the studio for everybody, so nothing else runs beside them.
    { name: "alone", testMatch: "alone/**", dependencies: ["together"], workers: 1 },
  ],
  use: {
    baseURL: process.env.STUDIO_URL,
    actionTimeout: 20_000,
    locale: "en-GB",
    viewport: { width: 1280, height: 800 },
    screenshot: "only-on-failure",
    launchOptions: {
      executablePath: process.env.CHROMIUM_PATH || "/usr/bin/chromium-headless-shell",
      args: [
        "--no-sandbox",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-domain-reliability",
        "--no-pings",
      ],
    },
  },
});
