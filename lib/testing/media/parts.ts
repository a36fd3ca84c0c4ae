import { mkdtemp, readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";

/* What tests make of the recordings under e2e/fixtures/media. */

export const MEDIA = new URL("../../../e2e/fixtures/media/", import.meta.url).pathname;

/** The files of a fixture's parts, in order. */
export async function fixtureFiles(name: string): Promise<string[]> {
  return (await readdir(join(MEDIA, name))).sort().map((part) => join(MEDIA, name, part));
}

/** All bytes of some files, one after the other. */
export async function bytesOf(files: readonly string[]): Promise<Buffer> {
  return Buffer.concat(await Promise.all(files.map((path) => readFile(path))));
}

/** Writes bytes as parts of a size of our own, as a client may that sends a file. */
export async function cutIntoParts(bytes: Buffer, folder: string, partBytes = 60_000): Promise<string[]> {
  const parts: string[] = [];
  const own = await mkdtemp(join(folder, "parts-"));
  for (let at = 0; at < bytes.byteLength; at += partBytes) {
    const path = join(own, String(parts.length).padStart(4, "0"));
    await writeFile(path, bytes.subarray(at, at + partBytes));
    parts.push(path);
  }
  return parts;
}

/** A WebM that mediabunny 1.61 never comes back from: it looks for the next element in ten MiB of damage, and there is none. */
export async function spinningWebm(): Promise<Buffer> {
  const bytes = await bytesOf(await fixtureFiles("hanging-webm"));
  const damagedAt = 48_162;
  return Buffer.concat([bytes.subarray(0, damagedAt), Buffer.alloc(11 * 1024 ** 2), bytes.subarray(damagedAt)]);
}

/** The same MP4 with another display matrix for its picture (ISO/IEC 14496-12 §8.3.2): the four numbers that turn and mirror it. */
export function turned(mp4: Buffer, [a, b, c, d]: readonly [number, number, number, number]): Buffer {
  const bytes = Buffer.from(mp4);
  for (let at = bytes.indexOf("tkhd"); at >= 0; at = bytes.indexOf("tkhd", at + 1)) {
    const matrix = at + (bytes[at + 4] === 1 ? 56 : 44);
    const isPicture = bytes.readUInt32BE(matrix + 36) > 0; // it has a width
    for (const [offset, value] of isPicture
      ? [[0, a] as const, [4, b] as const, [12, c] as const, [16, d] as const]
      : [])
      bytes.writeInt32BE(value * 65_536, matrix + offset);
  }
  return bytes;
}

/** The same MP4, in fragments, with the description of its picture a second time, as a recorder leaves one whose picture changed. */
export function describedTwice(mp4: Buffer): Buffer {
  const descriptions = mp4.indexOf("stsd") - 4;
  const first = descriptions + 16; // behind its header, version and count
  const again = mp4.subarray(first, first + mp4.readUInt32BE(first));
  const bytes = Buffer.concat([mp4.subarray(0, first), again, mp4.subarray(first)]);
  bytes.writeUInt32BE(2, first - 4);
  for (const name of ["moov", "trak", "mdia", "minf", "stbl", "stsd"]) {
    const at = bytes.indexOf(name) - 4;
    bytes.writeUInt32BE(bytes.readUInt32BE(at) + again.byteLength, at);
  }
  return bytes;
}
