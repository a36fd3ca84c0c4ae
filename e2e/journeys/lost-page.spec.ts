import { killBrowser, openBrowser } from "../support/browser.ts";
import { expectStored } from "../support/emitted.ts";
import { expect, test } from "../support/journey.ts";
import { record } from "../support/record.ts";

/** Of what was recorded offline, the slice that was on its way to the disk may be lost. */
const allButOne = <T>(slices: readonly T[]) => slices.slice(0, -1);

test("a tab that crashes loses at most the last second", async ({ page, context, tenant, line, emitted }) => {
  const sessionId = await record(page, (await tenant.invite()).url, line.origin);
  line.cut();
  const before = emitted.length;
  await expect.poll(() => emitted.length).toBeGreaterThan(before + 3);
  const crashed = page.waitForEvent("crash");
  const devtools = await context.newCDPSession(page);
  devtools.send("Page.crash").catch(() => undefined); // a crashed page does not answer
  await crashed;
  line.restore();

  const later = await context.newPage();
  await later.goto(`${line.origin}/sign-in`);
  await expectStored(sessionId, allButOne(emitted));
});

test("a browser that is killed loses at most the last second once its profile is back", async ({
  tenant,
  line,
}, testInfo) => {
  const profile = testInfo.outputPath("profile");
  const first = await openBrowser(profile);
  const sessionId = await record(first.page, (await tenant.invite()).url, line.origin);
  line.cut();
  const before = first.emitted.length;
  await expect.poll(() => first.emitted.length).toBeGreaterThan(before + 3);
  const gone = first.context.waitForEvent("close");
  killBrowser(profile);
  await gone;
  line.restore();

  const second = await openBrowser(profile);
  try {
    await second.page.goto(`${line.origin}/sign-in`);
    await expectStored(sessionId, allButOne(first.emitted));
  } finally {
    await second.context.close();
  }
});
