import { type BrowserContext, expect } from "playwright/test";
import { db } from "../../lib/db/client.ts";
import * as segments from "../../lib/db/segments.ts";

/** One slice as the browser's own recorder gave it to the page. */
export type Slice = {
  recorder: string;
  sha256: string;
  size: number;
  /** When the recorder was told to begin, when it said that it had, and when it gave this. Unix milliseconds. */
  toldAt: number;
  startedAt: number;
  at: number;
};

/**
 * Watches the browser's MediaRecorder, beside the product and not through it: every slice it gives on any page of this
 * context, in order. `window.recorders` holds the recorders and `window.streams` what they record, to be mistreated.
 */
export async function watchEmitted(context: BrowserContext): Promise<Slice[]> {
  const emitted: Slice[] = [];
  await context.exposeBinding("reportSlice", (_source, slice: Slice) => void emitted.push(slice));
  await context.addInitScript(() => {
    const page = window as unknown as {
      reportSlice(slice: Slice): void;
      recorders: MediaRecorder[];
      MediaRecorder: typeof MediaRecorder;
    };
    page.recorders = [];
    page.MediaRecorder = class extends MediaRecorder {
      constructor(stream: MediaStream, options?: MediaRecorderOptions) {
        super(stream, options);
        page.recorders.push(this);
        const recorder = Math.random().toString(36);
        let told = Promise.resolve();
        const toldAt = Date.now(); // it is told at once
        let startedAt = toldAt;
        this.addEventListener("start", () => {
          startedAt = Date.now();
        });
        this.addEventListener("dataavailable", ({ data }) => {
          const at = Date.now();
          told = told.then(async () => {
            if (data.size === 0) return;
            const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", await data.arrayBuffer()));
            const sha256 = Array.from(digest, (byte) => byte.toString(16).padStart(2, "0")).join("");
            page.reportSlice({ recorder, sha256, size: data.size, toldAt, startedAt, at });
          });
        });
      }
    };
  });
  return emitted;
}

/** The hashes that each recorder gave, one recorder after the other. */
export function bySegment(emitted: readonly Slice[]): string[][] {
  const recorders = [...new Set(emitted.map(({ recorder }) => recorder))];
  return recorders.map((one) => emitted.filter(({ recorder }) => recorder === one).map(({ sha256 }) => sha256));
}

/** The same as the server has it; slices of these recordings are small enough to be one part each. */
export async function storedSegments(sessionId: string): Promise<string[][]> {
  const stored = await segments.listWithParts(db(), sessionId);
  return stored.map(({ parts }) => parts.map(({ sha256 }) => sha256));
}

/** Waits until the server has at least so many parts of a segment. */
export async function untilStored(sessionId: string, segment: number, parts: number): Promise<void> {
  await expect.poll(async () => (await storedSegments(sessionId))[segment]?.length ?? 0).toBeGreaterThanOrEqual(parts);
}

/** How many bytes the server has of a session. */
export async function storedBytes(sessionId: string): Promise<number> {
  const stored = await segments.listWithParts(db(), sessionId);
  return stored.flatMap(({ parts }) => parts).reduce((sum, { length }) => sum + length, 0);
}

/** How many parts each segment has by the page's word; null while it runs. */
export async function closedParts(sessionId: string): Promise<(number | null)[]> {
  const stored = await segments.listWithParts(db(), sessionId);
  return stored.map(({ closedParts }) => closedParts);
}

/** Everything that was emitted before this call arrives at the server, each byte once and in its place. */
export async function expectStored(sessionId: string, emitted: readonly Slice[]): Promise<void> {
  const expected = bySegment(emitted);
  const stored = async () => {
    const segments = await storedSegments(sessionId);
    return expected.map(({ length }, index) => segments[index]?.slice(0, length));
  };
  await expect.poll(stored, { timeout: 15_000 }).toEqual(expected);
}
