import { type FileHandle, mkdir, open, readFile, rm, stat, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { askArchive, refused, unreachable } from "./ask-archive.ts";
import { digestFile } from "./digest-file.ts";
import { leaveRoom, roomToUnpack } from "./leave-room.ts";
import { ModelError } from "./model-error.ts";

export type Fetching = {
  address: string;
  /** Where it is put together; what lies there already is gone on with. */
  file: string;
  bytes: number;
  sha256: string;
  onProgress?: (fetchedBytes: number) => void;
  signal: AbortSignal;
  /** So long without a byte, and the connection is given up. */
  stallMs?: number;
  freeBytes?: (folder: string) => Promise<number>;
};

const STALL_MS = 30_000;
const AGAIN_MS = 1_000;
/** A connection that brings something each time is not given up so soon. */
const MAX_CONNECTIONS = 50;
const OK = 200;
const PARTIAL = 206;
const NOT_SATISFIABLE = 416;

/**
 * Fetches an archive, going on where an earlier try ended, and checks its size and digest. A wrong one is deleted.
 *
 * @returns once the file is whole and right
 * @throws ModelError; the signal's reason
 */
export async function fetchArchive(fetching: Fetching): Promise<void> {
  const { file, bytes, sha256 } = fetching;
  await mkdir(dirname(file), { recursive: true, mode: 0o700 });
  if ((await sizeOf(file)) > bytes) await discard(file);
  await leaveRoom(dirname(file), bytes - (await sizeOf(file)) + roomToUnpack(bytes), fetching.freeBytes);
  await untilWhole(fetching).catch(async (error) => {
    if (isFull(error)) await discard(file);
    throw isFull(error) ? new ModelError("disk_full", { bytes }) : error;
  });
  if ((await digestFile(file)) === sha256) return;
  await discard(file);
  throw new ModelError("wrong_digest", { host: new URL(fetching.address).host });
}

/** With what is noted beside it. */
export async function discard(file: string): Promise<void> {
  await rm(file, { force: true });
  await rm(noteOf(file), { force: true });
}

/** What the server called the file stands beside it: only more of the same is added to it. */
const noteOf = (file: string): string => `${file}.from`;

async function untilWhole(fetching: Fetching): Promise<void> {
  const { file, bytes, signal } = fetching;
  for (let connections = 1; ; connections++) {
    const before = await sizeOf(file);
    if (before === bytes) return;
    try {
      await more(fetching, before);
    } catch (error) {
      const broke = error instanceof ModelError && error.reason.code === "no_network";
      const brought = (await sizeOf(file)) > before;
      if (!broke || !brought || connections >= MAX_CONNECTIONS) throw error;
      await delay(AGAIN_MS, undefined, { signal });
    }
  }
}

/** One connection's worth. */
async function more(fetching: Fetching, from: number): Promise<void> {
  const { address, file, bytes } = fetching;
  const watch = stallWatch(fetching);
  try {
    const validator = from > 0 ? await readFile(noteOf(file), "utf8").catch(() => null) : null;
    const answer = await askArchive(address, { from, validator }, watch.signal);
    watch.alive();
    const start = await startOf(answer, fetching, from);
    await writeFile(noteOf(file), validatorOf(answer));
    await append(answer, fetching, start, watch.alive);
  } catch (error) {
    fetching.signal.throwIfAborted();
    if (watch.stalled()) throw unreachable(address, { code: "stalled" });
    throw error;
  } finally {
    watch.end();
  }
  const size = await sizeOf(file);
  if (size < bytes) throw unreachable(address, { code: "cut_short" });
}

/** From which byte its body goes on: from what was asked for, or from the beginning where the server knows no ranges or has another file now. */
async function startOf(answer: Response, { address, file, bytes }: Fetching, from: number): Promise<number> {
  const { status, headers } = answer;
  const range = /^bytes (\d+)-\d+\/(\d+|\*)$/.exec(headers.get("content-range") ?? "");
  if (status === PARTIAL && Number(range?.[1]) === from) return from;
  if (status === OK) {
    const promised = Number(headers.get("content-length") ?? bytes);
    if (promised === bytes) return 0;
    await answer.body?.cancel();
    throw new ModelError("wrong_size", { host: new URL(address).host, bytes: promised, expected: bytes });
  }
  await answer.body?.cancel();
  // What lies here is no beginning of what lies there.
  if (status === NOT_SATISFIABLE || status === PARTIAL) await discard(file);
  throw refused(address, status);
}

async function append(answer: Response, fetching: Fetching, start: number, alive: () => void): Promise<void> {
  const { address, file, bytes, onProgress } = fetching;
  const handle = await open(file, start === 0 ? "w" : "r+", 0o600);
  let at = start;
  try {
    for await (const chunk of bodyOf(answer, address)) {
      alive();
      if (at + chunk.length > bytes) throw new ModelError("too_large", { host: new URL(address).host, bytes });
      await writeAll(handle, chunk, at);
      at += chunk.length;
      onProgress?.(at);
    }
    await handle.sync();
  } catch (error) {
    if (error instanceof ModelError && error.reason.code === "too_large") await discard(file);
    throw error;
  } finally {
    await handle.close();
  }
}

/** A disk that fills up takes a part of it first. */
async function writeAll(handle: FileHandle, chunk: Uint8Array, at: number): Promise<void> {
  for (let done = 0; done < chunk.length; ) {
    done += (await handle.write(chunk, done, chunk.length - done, at + done)).bytesWritten;
  }
}

async function* bodyOf(answer: Response, address: string): AsyncGenerator<Uint8Array> {
  try {
    for await (const chunk of answer.body ?? []) yield chunk;
  } catch (error) {
    throw unreachable(address, error);
  }
}

/** Only a strong name of a file promises the same bytes (RFC 9110, 13.1.5). */
function validatorOf({ headers }: Response): string {
  const etag = headers.get("etag");
  return etag?.startsWith('"') ? etag : (headers.get("last-modified") ?? "");
}

/** Ends a connection on which nothing comes any more, or when the work is over. */
function stallWatch({ signal, stallMs = STALL_MS }: Fetching) {
  const stall = new AbortController();
  const timer = setTimeout(() => stall.abort(), stallMs);
  return {
    signal: AbortSignal.any([signal, stall.signal]),
    alive: () => void timer.refresh(),
    stalled: () => stall.signal.aborted && !signal.aborted,
    end: () => clearTimeout(timer),
  };
}

async function sizeOf(file: string): Promise<number> {
  return stat(file).then(
    ({ size }) => size,
    () => 0,
  );
}

function isFull(error: unknown): boolean {
  return error instanceof Error && "code" in error && (error.code === "ENOSPC" || error.code === "EDQUOT");
}
