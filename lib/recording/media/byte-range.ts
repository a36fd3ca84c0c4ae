/** First and last byte, both included, as HTTP counts them. */
export type ByteRange = { start: number; end: number };

export type RequestedRange =
  | { kind: "whole" }
  | ({ kind: "range" } & ByteRange)
  /** To be answered with 416 and the size. */
  | { kind: "unsatisfiable" };

/**
 * Reads a Range header against a file's size (RFC 9110 §14). What a server may ignore is ignored: other units, malformed ranges, and
 * several ranges at once, which nobody needs for playing.
 *
 * @param header the header's value, or null without one
 */
export function parseRange(header: string | null, sizeBytes: number): RequestedRange {
  const spec = /^bytes=(.*)$/i.exec(header?.trim() ?? "")?.[1]?.trim();
  const [, first, last] = /^(\d*)-(\d*)$/.exec(spec ?? "") ?? [];
  if (first === undefined || last === undefined || (first === "" && last === "")) return { kind: "whole" };
  if (first === "") return lastBytes(Number(last), sizeBytes);

  const start = Number(first);
  const end = last === "" ? Number.POSITIVE_INFINITY : Number(last);
  if (end < start) return { kind: "whole" }; // "invalid", in the RFC's words, not "unsatisfiable"
  if (start >= sizeBytes) return { kind: "unsatisfiable" };
  return { kind: "range", start, end: Math.min(end, sizeBytes - 1) };
}

/** `bytes=-500`: the last 500 bytes, or all when there are fewer. An empty file has no byte that a range could name. */
function lastBytes(count: number, sizeBytes: number): RequestedRange {
  if (count === 0) return { kind: "unsatisfiable" };
  if (sizeBytes === 0) return { kind: "whole" };
  return { kind: "range", start: Math.max(0, sizeBytes - count), end: sizeBytes - 1 };
}
