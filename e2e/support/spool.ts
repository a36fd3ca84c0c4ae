import type { Page } from "playwright/test";

/* What waits on the browser's disk, read and written beside the product. */

/** How many parts wait there. */
export const spooledParts = (page: Page) => inSpool(page, "parts", (store) => store.count());

/** The sessions that have anything there. */
export const spooledSessions = (page: Page) =>
  inSpool(page, "segments", (store) => store.getAll()).then((segments) =>
    (segments as { sessionId: string }[]).map(({ sessionId }) => sessionId).sort(),
  );

/** Leaves a part there as an earlier page would have, last written to at this moment (Unix milliseconds). */
export async function leaveSpooled(page: Page, sessionId: string, touchedAt: number): Promise<void> {
  const clientKey = "earlier page";
  const segment = { sessionId, clientKey, mimeType: "video/webm", epoch: 1, parts: null, touchedAt };
  const part = { sessionId, clientKey, seq: 0, offset: 0, size: 4, sha256: "00", capturedAt: touchedAt };
  await put(page, "segments", segment);
  await put(page, "parts", part);
}

async function put(page: Page, name: string, value: object): Promise<void> {
  const code = `store.put(${JSON.stringify(value)})`;
  await page.evaluate(transaction(name, "readwrite", code));
}

async function inSpool(page: Page, name: string, read: (store: IDBObjectStore) => IDBRequest): Promise<unknown> {
  return page.evaluate(transaction(name, "readonly", `(${read})(store)`));
}

/** A program for the page: opens the spool and answers one request. */
const transaction = (name: string, mode: IDBTransactionMode, code: string) => `(async () => {
  const answer = (request) => new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
  const names = (await indexedDB.databases()).map(({ name }) => name);
  if (!names.includes("talentflow-recordings")) throw new Error("The site has not made its spool yet.");
  const database = await answer(indexedDB.open("talentflow-recordings"));
  try {
    const store = database.transaction("${name}", "${mode}").objectStore("${name}");
    return await answer(${code});
  } finally {
    database.close();
  }
})()`;
