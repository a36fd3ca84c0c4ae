import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { ALL_FORMATS, BufferTarget, Conversion, FilePathSource, Input, Output, WebMOutputFormat } from "mediabunny";
import { PART_OFFSET_HEADER, PART_SHA256_HEADER } from "../../../../lib/contract/upload.ts";
import type { OldRelease } from "./old-release.ts";

/* What the browsers of the dump record, and how it gets to the server: whole, with holes, damaged, twice. */

const MEDIA = join(import.meta.dirname, "../../../fixtures/media");

/** The bytes of one recorder, cut into so many parts. */
export type Segment = { mime: string; bytes: Buffer; parts: number };

/** Seven seconds of speech, in clusters short enough that a hole is a hole. */
export async function speech(parts = 9): Promise<Segment> {
  const input = new Input({ source: new FilePathSource(join(MEDIA, "ogg-opus/000000")), formats: ALL_FORMATS });
  const target = new BufferTarget();
  const format = new WebMOutputFormat({ appendOnly: true, minimumClusterDuration: 0.5 });
  await (await Conversion.init({ input, output: new Output({ format, target }) })).execute();
  if (!target.buffer) throw new Error("the speech was not written");
  return { mime: "audio/webm;codecs=opus", bytes: Buffer.from(target.buffer), parts };
}

/** The same, unreadable from somewhere in the middle on. */
export async function damagedSpeech(): Promise<Segment> {
  const { mime, bytes } = await speech();
  return { mime, bytes: bytes.fill(255, 15_000, 18_000), parts: 1 };
}

/** A second of a phone's picture. */
export async function picture(): Promise<Segment> {
  return { mime: "video/webm;codecs=vp8", bytes: await readFile(join(MEDIA, "phone-turned-webm/000000")), parts: 5 };
}

/** Of a recorder that nobody else's decoder goes on with, and not all of it. */
export async function otherPicture(): Promise<Segment> {
  const whole = await readFile(join(MEDIA, "h264-size-change/0000"));
  return { mime: "video/x-matroska", bytes: whole.subarray(0, 24_000), parts: 1 };
}

export const NOISE: Segment = { mime: "video/webm", bytes: Buffer.from("no recording at all"), parts: 1 };

/**
 * Opens a segment and sends its parts, but for those that are lost on the way.
 * @returns its address
 */
export async function record(release: OldRelease, sessionId: string, segment: Segment, lost: number[] = []) {
  const segments = `/api/interview/session/${sessionId}/segments`;
  const client_key = createHash("sha256").update(segment.bytes).digest("hex").slice(0, 20);
  const body = { client_key, mime_type: segment.mime, epoch: 1 };
  const { segment: index } = await release.send<{ segment: number }>("POST", segments, body);
  const address = `${segments}/${index}`;
  for (let seq = 0; seq < segment.parts; seq++) {
    if (!lost.includes(seq)) await putPart(release, address, segment, seq);
  }
  return address;
}

/** The recorder has stopped, and says how many parts there are. */
export async function close(release: OldRelease, address: string, { parts }: Segment): Promise<void> {
  await release.send("POST", `${address}/close`, { parts });
}

export async function putPart(release: OldRelease, address: string, { bytes, parts }: Segment, seq: number) {
  const size = Math.ceil(bytes.byteLength / parts);
  const response = await put(
    release,
    `${address}/parts/${seq}`,
    seq * size,
    bytes.subarray(seq * size, (seq + 1) * size),
  );
  if (!response.ok) throw new Error(`${address}: ${response.status} ${await response.text()}`);
}

/** As many other bytes under the number of the first part: they are refused, and that is written down. */
export async function putOther(release: OldRelease, address: string, { bytes, parts }: Segment): Promise<void> {
  const other = Buffer.alloc(Math.ceil(bytes.byteLength / parts), "x");
  const { status } = await put(release, `${address}/parts/0`, 0, other);
  if (status !== 409) throw new Error(`${address}: expected 409, got ${status}`);
}

function put({ baseUrl }: OldRelease, address: string, offset: number, bytes: Buffer): Promise<Response> {
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  const headers = { [PART_OFFSET_HEADER]: String(offset), [PART_SHA256_HEADER]: sha256 };
  return fetch(`${baseUrl}${address}`, { method: "PUT", headers, body: new Uint8Array(bytes) });
}
