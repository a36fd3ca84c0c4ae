import { fileURLToPath, pathToFileURL } from "node:url";
import type { ByteRange } from "../recording/media/byte-range.ts";

/** Says to the web process (lib/runtime/web/send-file.ts) which file is the body of an answer; no client ever sees it. */
export const FILE_BODY_HEADER = "x-talentflow-file-body";

/** A stretch of a local file. */
export type FileBody = ByteRange & { path: string };

export function formatFileBody({ path, start, end }: FileBody): string {
  return `${start}-${end} ${pathToFileURL(path).href}`;
}

/** @throws TypeError for what `formatFileBody` did not write */
export function parseFileBody(header: string): FileBody {
  const [, start, end, href] = /^(\d+)-(-?\d+) (file:.*)$/.exec(header) ?? [];
  if (href === undefined) throw new TypeError(`Not a file body: ${header}`);
  return { path: fileURLToPath(href), start: Number(start), end: Number(end) };
}
