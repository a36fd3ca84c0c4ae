import { mkdtemp, readdir, rm, stat, truncate, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { eventWords } from "../../words/event-words.ts";
import { joinSegments } from "./join-segments.ts";
import { findFault } from "./verify-recording.ts";

const SEGMENT = new URL("../../../e2e/fixtures/media/chrome-webm/segment-0/", import.meta.url).pathname;
const EXPECTED = { durationSeconds: 7.999, kinds: ["video", "audio"] } as const;

let folder: string;
let parts: string[];
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "verify-recording-"));
  parts = (await readdir(SEGMENT)).sort().map((name) => join(SEGMENT, name));
});
afterAll(() => rm(folder, { recursive: true }));

async function faultOf(...given: Parameters<typeof findFault>): Promise<string | null> {
  const fault = await findFault(...given);
  return fault && eventWords(fault, "en");
}

async function finished(): Promise<string> {
  const path = join(folder, "finished.webm");
  await joinSegments([parts], path);
  return path;
}

it("finds nothing wrong with a finished recording", async () => {
  expect(await findFault(await finished(), EXPECTED)).toBeNull();
});

it("finds a wrong length and a missing track", async () => {
  const path = await finished();
  expect(await faultOf(path, { ...EXPECTED, durationSeconds: 60 })).toMatch("but 60 s were written");
  expect(await faultOf(path, { ...EXPECTED, kinds: ["video"] })).toMatch('tracks "audio,video"');
});

it("finds a file that lost its second half", async () => {
  const path = await finished();
  await truncate(path, Math.floor((await stat(path)).size / 2));
  expect(await findFault(path, EXPECTED)).not.toBeNull();
});

it("finds a raw recording, which does not say how long it is", async () => {
  expect(await faultOf(parts[0] ?? "", EXPECTED)).toMatch("the file does not say how long it is");
});

it("finds what is no recording at all", async () => {
  const path = join(folder, "text.webm");
  await writeFile(path, "not a video");
  expect(await findFault(path, EXPECTED)).not.toBeNull();
});
