import { rm, stat, statfs } from "node:fs/promises";
import { dirname } from "node:path";
import { askChild } from "../../children/ask-child.ts";
import { ChildEnded } from "../../children/child-ended.ts";
import type { ChildLimits } from "../../children/child-limits.ts";
import type { SpeechReason } from "../speech-state.ts";
import { ModelError } from "./model-error.ts";
import type { UnpackedFile, UnpackLimits } from "./unpack-tar.ts";

export type UnpackRequest = { archive: string; into: string; unpackLimits: UnpackLimits };
export type UnpackReply = { name: string; files: UnpackedFile[] } | { reason: SpeechReason };

const CHILD = new URL("./unpack-child.ts", import.meta.url);
const GIB = 1024 ** 3;
const MIB = 1024 ** 2;
const MAX_TOTAL = 2 * GIB;
const MAX_ENTRIES = 200;

/**
 * Unpacks a model's archive (`.tar.bz2`) into a folder that is made anew, in a process of its own. Where that fails the folder is gone.
 *
 * @param known what the files may have at most, where that is known
 * @throws ModelError `unsafe_archive` with the rule and the file, or `disk_full`
 */
export async function unpackArchive(
  archive: string,
  into: string,
  known: readonly { name: string; bytes: number | null }[] = [],
  signal?: AbortSignal,
): Promise<{ name: string; files: UnpackedFile[] }> {
  await rm(into, { recursive: true, force: true });
  const fileBytes = Object.fromEntries(known.flatMap(({ name, bytes }) => (bytes === null ? [] : [[name, bytes]])));
  const unpackLimits = { totalBytes: MAX_TOTAL, entries: MAX_ENTRIES, fileBytes };
  const request: UnpackRequest = { archive, into, unpackLimits };
  try {
    const limits = limitsFor((await stat(archive)).size);
    const reply = await askChild<UnpackReply>({ script: CHILD, request, limits, signal }).catch(passedLimit);
    if ("files" in reply) return reply;
    throw new ModelError(reply.reason.code, await withRoom(reply.reason, into));
  } catch (error) {
    await rm(into, { recursive: true, force: true });
    throw error;
  }
}

/** Measured: 110 ms of one core for a megabyte of an archive. Here it has ten times as long, and a minute. */
function limitsFor(bytes: number): ChildLimits {
  const cpuSeconds = 60 + Math.ceil((bytes / MIB) * 3);
  return { cpuSeconds, wallMs: 10 * cpuSeconds * 1000, heapMib: 256, residentMib: 640 };
}

function passedLimit(error: unknown): never {
  const limit = error instanceof ChildEnded && error.end.kind === "limit" ? error.end.limit : null;
  throw limit ? new ModelError("unsafe_archive", { rule: limit, file: "" }) : error;
}

async function withRoom({ code, params }: SpeechReason, into: string): Promise<SpeechReason["params"]> {
  const { model: _, ...rest } = params;
  if (code !== "disk_full") return rest;
  const { bavail, bsize } = await statfs(dirname(into));
  return { ...rest, free: bavail * bsize };
}
