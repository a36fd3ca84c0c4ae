import type { BrowserContext, Page } from "playwright/test";
import { expectStored, storedBytes } from "../support/emitted.ts";
import { expect, test } from "../support/journey.ts";
import { record, tellOnline } from "../support/record.ts";

/** The browser's storage takes nothing for this site. Before it is first used: the browser looks at its quota rarely. */
async function fillStorage(context: BrowserContext, page: Page, origin: string): Promise<void> {
  const devtools = await context.newCDPSession(page);
  await devtools.send("Storage.overrideQuotaForOrigin", { origin, quotaSize: 1 });
}

/** How many parts wait on the browser's disk. */
const spooledParts = (page: Page) =>
  page.evaluate(async () => {
    const answer = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    const database = await answer(indexedDB.open("talentflow-recordings"));
    return answer(database.transaction("parts").objectStore("parts").count());
  });

test("a browser without space keeps in memory what it records offline", async ({
  page,
  context,
  tenant,
  line,
  emitted,
}) => {
  await fillStorage(context, page, line.origin);
  const sessionId = await record(page, (await tenant.invite()).url, line.origin);
  line.cut();
  const before = emitted.length;
  await expect.poll(() => emitted.length).toBeGreaterThan(before + 4);
  expect(await spooledParts(page)).toBe(0);
  await expect(page.getByText("Recording", { exact: true })).toBeVisible();
  line.restore();
  await tellOnline(page);
  await expectStored(sessionId, emitted);
});

test("when memory is used up too, the recording pauses and says so, and goes on by itself", async ({
  page,
  context,
  tenant,
  line,
  emitted,
}) => {
  await fillStorage(context, page, line.origin);
  const sessionId = await record(page, (await tenant.invite()).url, line.origin);
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
  const recorded = emitted.reduce((sum, { size }) => sum + size, 0);
  await expect.poll(() => storedBytes(sessionId), { timeout: 30_000 }).toBeGreaterThanOrEqual(recorded);
});
