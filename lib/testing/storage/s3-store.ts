import { createHash } from "node:crypto";
import { Readable } from "node:stream";

type Metadata = Record<string, string | number | string[] | undefined>;
type Incoming = { key: string; content: AsyncIterable<Uint8Array>; metadata: Metadata };
type Multipart = { key: string; metadata: Metadata; startedAt: Date; parts: Map<number, Buffer> };

const PAGE = 3;

/**
 * One bucket in memory, in place of the one in files that s3rver brings: that one writes objects where readers are reading them. Here
 * an object appears at once and whole, as S3 promises.
 */
export class S3Store {
  readonly objects = new Map<string, { bytes: Buffer; metadata: Metadata; modifiedAt: Date }>();
  /** Whether the bucket keeps versions: then what is deleted or replaced is only hidden. */
  isVersioned = false;
  /** Versions and markers of deletion that are hidden, by key. */
  readonly hidden = new Map<string, { id: string; isMarker: boolean }[]>();
  /** Names whose versions the bucket locks. */
  readonly locked = new Set<string>();
  /** Unfinished uploads, by their ids. */
  readonly uploads = new Map<string, Multipart>();
  readonly #bucket: string;
  #versions = 1;

  constructor(bucket: string) {
    this.#bucket = bucket;
  }

  async getBucket(name: string) {
    return name === this.#bucket ? { name, creationDate: new Date() } : null;
  }

  /** Of CORS and website settings there are none. */
  async getSubresource() {
    return null;
  }

  async existsObject(_bucket: string, key: string) {
    return this.objects.has(key);
  }

  async getObject(_bucket: string, key: string, wanted: { start?: number; end?: number } = {}) {
    const found = this.objects.get(key);
    if (!found) return null;
    const { bytes, modifiedAt } = found;
    const size = bytes.byteLength;
    const metadata = {
      ...found.metadata,
      etag: JSON.stringify(md5(bytes)),
      "last-modified": modifiedAt.toUTCString(),
      "content-length": size,
    };
    const object = { metadata, size, lastModifiedDate: modifiedAt };
    if (wanted.start === undefined) return { ...object, content: Readable.from(pieces(bytes)) };
    const range = { start: wanted.start, end: Math.min(wanted.end ?? size - 1, size - 1) };
    if (range.start > range.end) return { ...object, range };
    return { ...object, range, content: Readable.from(pieces(bytes.subarray(range.start, range.end + 1))) };
  }

  async putObject({ key, content, metadata }: Incoming) {
    return this.#put(key, Buffer.concat(await Array.fromAsync(content)), metadata);
  }

  async deleteObject(_bucket: string, key: string) {
    if (this.isVersioned) this.#hide(key, this.objects.has(key) ? [false, true] : [true]);
    this.objects.delete(key);
  }

  #hide(key: string, markers: boolean[]) {
    const made = markers.map((isMarker) => ({ id: `v${this.#versions++}`, isMarker }));
    this.hidden.set(key, [...(this.hidden.get(key) ?? []), ...made]);
  }

  /** What is there and what is hidden, in the order in which it is listed. */
  versionsOf(prefix: string): { key: string; id: string; isMarker: boolean }[] {
    const shown = [...this.objects.keys()].map((key) => ({ key, id: "null", isMarker: false }));
    const hidden = [...this.hidden].flatMap(([key, versions]) => versions.map((version) => ({ key, ...version })));
    const all = [...shown, ...hidden].filter(({ key }) => key.startsWith(prefix));
    return all.sort((a, b) => (a.key === b.key ? (a.id < b.id ? -1 : 1) : a.key < b.key ? -1 : 1));
  }

  deleteVersion(key: string, id: string): void {
    if (id === "null") this.objects.delete(key);
    const left = (this.hidden.get(key) ?? []).filter((version) => version.id !== id);
    if (left.length > 0) this.hidden.set(key, left);
    else this.hidden.delete(key);
  }

  /** In pages of three, so that whoever lists must go on. They are not said to be cut: for that s3rver wants a cipher that Node no longer has. */
  async listObjects(_bucket: string, { prefix = "", startAfter = "" }: { prefix?: string; startAfter?: string }) {
    const isWanted = (key: string) => key.startsWith(prefix) && key > startAfter;
    const keys = [...this.objects.keys()].filter(isWanted).sort();
    const objects = keys.slice(0, PAGE).map((key) => {
      const { bytes = Buffer.alloc(0), modifiedAt = new Date(0) } = this.objects.get(key) ?? {};
      return {
        key,
        size: bytes.byteLength,
        lastModifiedDate: modifiedAt,
        metadata: { etag: JSON.stringify(md5(bytes)) },
      };
    });
    return { objects, commonPrefixes: [], isTruncated: false };
  }

  async initiateUpload(_bucket: string, key: string, uploadId: string, metadata: Metadata) {
    this.uploads.set(uploadId, { key, metadata, startedAt: new Date(), parts: new Map() });
  }

  async putPart(_bucket: string, uploadId: string, partNumber: string, content: AsyncIterable<Uint8Array>) {
    const bytes = Buffer.concat(await Array.fromAsync(content));
    this.#upload(uploadId).parts.set(Number(partNumber), bytes);
    return { md5: md5(bytes), size: bytes.byteLength };
  }

  async putObjectMultipart(_bucket: string, uploadId: string, parts: { number: number }[]) {
    const upload = this.#upload(uploadId);
    const bytes = parts.map(({ number }) => upload.parts.get(number) ?? Buffer.alloc(0));
    this.uploads.delete(uploadId);
    return this.#put(upload.key, Buffer.concat(bytes), upload.metadata);
  }

  #upload(uploadId: string): Multipart {
    const upload = this.uploads.get(uploadId);
    if (!upload) throw new Error("there is no such upload");
    return upload;
  }

  #put(key: string, bytes: Buffer, metadata: Metadata) {
    if (this.isVersioned && this.objects.has(key)) this.#hide(key, [false]);
    this.objects.set(key, { bytes, metadata, modifiedAt: new Date() });
    return { md5: md5(bytes), size: bytes.byteLength };
  }
}

const md5 = (bytes: Buffer) => createHash("md5").update(bytes).digest("hex");

function* pieces(bytes: Buffer): Generator<Buffer> {
  for (let at = 0; at < bytes.byteLength; at += 64 * 1024) yield bytes.subarray(at, at + 64 * 1024);
}
