import { MAX_PART_BYTES } from "../../contract/upload.ts";

/** One MediaRecorder start, as the browser knows it before the server has numbered it. */
export type SegmentInfo = {
  clientKey: string;
  mimeType: string;
  /** The claim it was recorded under; null where nothing was claimed. */
  epoch: number | null;
};

/** A piece of a segment that is small enough for one request: everything but its bytes. */
export type PartInfo = {
  segment: SegmentInfo;
  /** 0, 1, 2 … within its segment */
  seq: number;
  /** of its first byte within its segment */
  offset: number;
  /** in bytes */
  size: number;
  /** lower-case hex */
  sha256: string;
  /** when its bytes came out of the recorder, Unix milliseconds */
  capturedAt: number;
};

/** Where a segment's next part begins. */
export type Cursor = { seq: number; offset: number };

/** Cuts one slice of the recorder into pieces of at most `maxBytes`, in order. */
export function cutSlice(slice: Blob, from: Cursor, maxBytes = MAX_PART_BYTES): (Cursor & { bytes: Blob })[] {
  const count = Math.ceil(slice.size / maxBytes);
  return Array.from({ length: count }, (_, index) => ({
    seq: from.seq + index,
    offset: from.offset + index * maxBytes,
    bytes: slice.slice(index * maxBytes, (index + 1) * maxBytes),
  }));
}

/** Lower-case hex SHA-256. Needs a secure context, as recording itself does. */
export async function sha256Hex(bytes: Blob): Promise<string> {
  const digest = await crypto.subtle.digest("SHA-256", await bytes.arrayBuffer());
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, "0")).join("");
}
