import { mkdir, open, readdir, stat } from "node:fs/promises";
import { join } from "node:path";
import { joinSegments } from "../../../lib/recording/media/join-segments.ts";

const FIXTURES = join(import.meta.dirname, "../../fixtures/media/chrome-webm");
const PART_BYTES = 125_000;

/**
 * A long recording as one start of the recorder leaves it: real packets of a browser, the fixture's sixteen seconds over
 * and over, cut into parts.
 * @returns the parts' files, in order
 */
export async function makeLongRecording(folder: string, minBytes: number): Promise<string[]> {
  const sixteenSeconds = await Promise.all(["segment-0", "segment-1"].map(fixtureParts));
  const once = join(folder, "once.webm");
  const { sizeBytes } = await joinSegments(sixteenSeconds, once);
  const long = join(folder, "long.webm");
  await joinSegments(
    Array.from({ length: Math.ceil(minBytes / sizeBytes) }, () => [once]),
    long,
  );
  return cut(long, join(folder, "parts"));
}

async function fixtureParts(name: string): Promise<string[]> {
  const folder = join(FIXTURES, name);
  return (await readdir(folder)).sort().map((part) => join(folder, part));
}

async function cut(file: string, folder: string): Promise<string[]> {
  await mkdir(folder, { recursive: true });
  const { size } = await stat(file);
  const source = await open(file);
  const buffer = Buffer.alloc(PART_BYTES);
  const parts: string[] = [];
  for (let offset = 0; offset < size; offset += PART_BYTES) {
    const { bytesRead } = await source.read(buffer, 0, PART_BYTES, offset);
    const part = join(folder, String(parts.length).padStart(6, "0"));
    await using target = await open(part, "w");
    await target.write(buffer, 0, bytesRead);
    parts.push(part);
  }
  await source.close();
  return parts;
}
