import { createHash } from "node:crypto";
import { createWriteStream } from "node:fs";
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { Readable, Transform } from "node:stream";
import { pipeline } from "node:stream/promises";
import { extract, type Header } from "tar-stream";
import { isKept } from "./layout.ts";
import { ModelError } from "./model-error.ts";

type Entry = AsyncIterable<unknown> & { header: Header };
export type UnpackedFile = { name: string; bytes: number; sha256: string };

export type UnpackLimits = {
  /** Of all that comes out, wanted or not. */
  totalBytes: number;
  entries: number;
  /** What each file may have at most, where that is known. */
  fileBytes: Record<string, number>;
};

const LINKS = ["link", "symlink"];
const DEVICES = ["character-device", "block-device", "fifo"];
const PLAIN = ["file", "contiguous-file"];
const MAX_NAME = 255;

/**
 * Writes the files of a model out of a tar archive into a folder that is made for it. They lie directly in the one folder that the archive
 * has; what else lies there, such as samples of sound, is passed over. Nothing of the archive decides where anything is written: names that
 * are not plain, links and devices refuse the whole of it.
 *
 * @throws ModelError `unsafe_archive` with the rule that was broken and by which file
 */
export async function unpackTar(
  tar: AsyncIterable<Uint8Array>,
  folder: string,
  limits: UnpackLimits,
): Promise<{ name: string; files: UnpackedFile[] }> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const reading = extract();
  const feeding = pipeline(Readable.from(counted(tar, limits.totalBytes)), reading);
  feeding.catch(() => {}); // the loop below hears of it
  const files: UnpackedFile[] = [];
  const seen = new Set<string>();
  let top: string | null = null;
  try {
    for await (const entry of reading) {
      const { folder: inside, name } = placeOf(entry.header);
      top ??= inside;
      if (inside !== top) throw unsafe("several_folders", entry.header.name);
      if (seen.size >= limits.entries) throw unsafe("too_many_entries", entry.header.name);
      if (seen.has(entry.header.name.toLowerCase())) throw unsafe("duplicate", entry.header.name);
      seen.add(entry.header.name.toLowerCase());
      if (name === null || !isKept(name)) entry.resume();
      else files.push(await write(entry, join(folder, name), name, limits.fileBytes[name] ?? limits.totalBytes));
    }
    await feeding;
  } catch (error) {
    throw damaged(error);
  }
  if (top === null) throw unsafe("nothing", "");
  return { name: top, files };
}

/** The top folder of an entry, and its name where it is a file directly in there. */
function placeOf({ name, type, size = 0 }: Header): { folder: string; name: string | null } {
  if (LINKS.includes(type ?? "")) throw unsafe("link", name);
  if (DEVICES.includes(type ?? "")) throw unsafe("device", name);
  const isFolder = type === "directory";
  if (!isFolder && !PLAIN.includes(type ?? "file")) throw unsafe("odd_entry", name);
  if (!Number.isSafeInteger(size) || size < 0) throw unsafe("odd_size", name);
  const [folder = "", ...rest] = partsOf(name);
  if (!isFolder && rest.length === 0) throw unsafe("no_folder", name);
  return { folder, name: !isFolder && rest.length === 1 ? (rest[0] as string) : null };
}

function partsOf(name: string): string[] {
  if (name.length > MAX_NAME || /[\0\\:]|\p{Cc}/u.test(name)) throw unsafe("odd_name", name);
  if (name.startsWith("/")) throw unsafe("absolute_path", name);
  const parts = name.split("/").filter((part, index) => part !== "" && !(part === "." && index === 0));
  if (parts.includes("..")) throw unsafe("parent_path", name);
  if (parts.includes(".")) throw unsafe("odd_name", name);
  return parts;
}

async function write(entry: Entry, path: string, name: string, most: number): Promise<UnpackedFile> {
  if ((entry.header.size ?? 0) > most) throw unsafe("too_large", name);
  const sum = createHash("sha256");
  let bytes = 0;
  const noting = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      sum.update(chunk);
      bytes += chunk.length;
      done(null, chunk);
    },
  });
  // `wx`: what is written is new, so nothing of another's is written over or followed.
  await pipeline(entry, noting, createWriteStream(path, { flags: "wx", mode: 0o600, flush: true }));
  return { name, bytes, sha256: sum.digest("hex") };
}

async function* counted(tar: AsyncIterable<Uint8Array>, most: number): AsyncGenerator<Uint8Array> {
  let total = 0;
  for await (const piece of tar) {
    total += piece.length;
    if (total > most) throw unsafe("too_large", "");
    yield piece;
  }
}

const unsafe = (rule: string, file: string): ModelError =>
  new ModelError("unsafe_archive", { rule, file: file.slice(0, MAX_NAME) });

/** What the disk says stays; what the reader of the archive says is that it is damaged. */
function damaged(error: unknown): unknown {
  if (error instanceof ModelError || (error instanceof Error && "syscall" in error)) return error;
  return new ModelError("unsafe_archive", {
    rule: "damaged",
    file: "",
    how: error instanceof Error ? error.message : "",
  });
}
