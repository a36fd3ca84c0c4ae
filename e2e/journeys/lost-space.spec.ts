import { expectStored, storedBytes } from "../support/emitted.ts";
import { tellOnline } from "../support/record.ts";
import { test as base, expect } from "../support/recorded.ts";
import { spooledParts } from "../support/spool.ts";

/** The browser's storage takes nothing for this site. Before it is first used: the browser looks at its quota rarely. */
const test = base.extend({
  prepare: async ({ context, page, line: { origin } }, use) => {
    await use(async () => {
      const devtools = await context.newCDPSession(page);
      await devtools.send("Storage.overrideQuotaForOrigin", { origin, quotaSize: 1 });
    });
  },
});

test("a browser without space keeps in memory what it records offline", async ({ page, line, emitted, recorded }) => {
  line.cut();
  const before = emitted.length;
  await expect.poll(() => emitted.length).toBeGreaterThan(before + 4);
  expect(await spooledParts(page)).toBe(0);
  await expect(page.getByText("Recording", { exact: true })).toBeVisible();
  line.restore();
  await tellOnline(page);
  await expectStored(recorded, emitted);
});

test("when memory is used up too, the recording pauses and says so, and goes on by itself", async ({
  page,
  line,
  emitted,
  recorded,
}) => {
  line.cut();
  // Half an hour of recording in one slice, so that the test need not wait for it.
  await page.evaluate(() => {
    const data = new Blob([new Uint8Array(130 * 1024 * 1024)]);
    const { recorders } = window as unknown as { recorders: MediaRecorder[] };
    recorders.at(-1)?.dispatchEvent(new BlobEvent("dataavailable", { data, timecode: 0 }));
  });
  await expect(page.getByText("Recording pauses: this device has no space left")).toBeVisible();
  await expect(page.getByText("Not recording")).toBeVisible();

  line.restore();
  await tellOnline(page);
  await expect(page.getByText("Recording", { exact: true })).toBeVisible({ timeout: 30_000 });
  const bytes = emitted.reduce((sum, { size }) => sum + size, 0);
  await expect.poll(() => storedBytes(recorded), { timeout: 30_000 }).toBeGreaterThanOrEqual(bytes);
});
