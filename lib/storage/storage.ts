/**
 * Where the bytes of recordings are kept. A port: the local disk is one adapter, an S3 bucket the other, and `contract.test.ts`
 * says what each must do. Nothing here holds a recording in memory.
 *
 * Keys are built by `lib/recording/media/recording-keys.ts`, never by a client. They look like paths without being any.
 */
export type ObjectStorage = {
  /**
   * Streams one part in and answers only when its bytes survive a crash of the process and a loss of power. A part that is refused,
   * broken off or failed leaves nothing behind. Storing a key again replaces what was there, in one step: because the key of a part
   * names its content, that changes nothing.
   *
   * @throws AppError `body_too_large` (counted, whatever was announced), `part_mismatch` (length or hash differ from what was
   * announced), `storage_full` and `unavailable` with `retryAfterSeconds`; and whatever `body` throws when the client goes away
   */
  putPart(key: string, body: AsyncIterable<Uint8Array>, announced: AnnouncedPart): Promise<void>;

  /**
   * Moves a finished local file to its key, in one step: a reader sees the old file or the new one, never half of it. The local file is
   * gone afterwards. Files written in `withScratch` move without being copied where storage and scratch are one disk. After an error
   * the local file is still there.
   *
   * @throws AppError `storage_full`, `unavailable` with `retryAfterSeconds`
   */
  publish(key: string, localFile: string): Promise<void>;

  /** Size and time of what is stored, or null when nothing is. */
  stat(key: string): Promise<StoredFile | null>;

  /**
   * Lends local paths of files, in the order of their keys, for tools that need paths; null for a file that is not there. Only to be
   * read, and only until `use` is done.
   */
  withLocalFiles<T>(keys: readonly string[], use: (paths: (string | null)[]) => Promise<T>): Promise<T>;

  /**
   * Lends an empty local folder to work in, and removes it with everything in it.
   *
   * @param neededBytes that will be written there, as far as it is known
   * @throws AppError `storage_full` with `retryAfterSeconds` where that would touch the reserve
   */
  withScratch<T>(use: (folder: string) => Promise<T>, neededBytes?: number): Promise<T>;

  /**
   * How its bytes come to a browser: from an address at the storage itself, which may be read for a while, ranges and all; or from a
   * local file, which the web process sends.
   *
   * @throws AppError `not_found` where that is known, `unavailable`
   */
  source(key: string, link: LinkOptions): Promise<MediaSource>;

  /**
   * Every file that a prefix means (`parsePrefix`), in an order that is the same every time.
   *
   * @param after a key that was listed before: goes on behind it
   * @throws AppError `unavailable`
   */
  list(prefix: string, after?: string): AsyncIterable<ListedFile>;

  /** Removes what is stored. Absent already: fine. */
  delete(key: string): Promise<void>;

  /**
   * Removes every file that a prefix means, for good: earlier versions, markers of deletion and unfinished uploads too, where the store
   * keeps such. What is gone already is fine, so that whoever was interrupted begins again.
   *
   * @returns how many were removed
   * @throws AppError `unavailable`: the store is away, or refuses to let go of some (its log line says which it was). The others are gone
   */
  removeAll(prefix: string): Promise<number>;

  /**
   * Removes unfinished files, unfinished uploads and scratch folders that a killed process left behind: those untouched since `before`.
   *
   * @returns how many were removed
   */
  removeAbandoned(before: Date): Promise<number>;

  /**
   * Writes a few bytes and reads them back, for the health endpoint.
   *
   * @throws AppError `storage_full`, or whatever the disk or the bucket said, when recordings could not be stored now
   */
  check(): Promise<void>;
};

export type MediaSource = { link: string } | { path: string };

export type LinkOptions = {
  /** From now. */
  expiresInSeconds: number;
  /** Headers that the answer is to have. */
  contentType: string;
  contentDisposition: string;
};

export type ListedFile = { key: string; sizeBytes: number };

export type StoredFile = { sizeBytes: number; modifiedAt: Date };

export type AnnouncedPart = {
  /** What the client says the part has, in bytes. */
  length: number;
  /** Lower-case hex. */
  sha256: string;
  /** No part may have more, whatever it announces. */
  maxBytes: number;
};

/** The folders of keys: what is kept where. Whose it is stands in lib/privacy/inventory. */
export const STORAGE_FOLDERS = ["parts", "recordings", "speech"] as const;
export type StorageFolder = (typeof STORAGE_FOLDERS)[number];

const KEY = /^[A-Za-z0-9_-][A-Za-z0-9._-]*(\/[A-Za-z0-9_-][A-Za-z0-9._-]*)*$/;
const MAX_KEY_LENGTH = 512;

/**
 * Names separated by slashes; none is empty or begins with a dot, so no key climbs out of its folder or meets an adapter's own files.
 *
 * @throws RangeError for anything else: a wrong key is a mistake in our code, not in a request
 */
export function assertKey(key: string): void {
  if (key.length > MAX_KEY_LENGTH || !KEY.test(key)) throw new RangeError(`Not a storage key: ${JSON.stringify(key)}`);
}

/** What a prefix means: what lies below `folder`, in names that begin with `start`. */
export type Prefix = { folder: string; start: string };

/**
 * A folder of keys (`parts/…`, without a slash at the end) means everything below it; with a star at the end
 * (`recordings/interview_session_12_*`) it means every name in the folder that begins so, and what lies below such.
 *
 * @throws RangeError
 */
export function parsePrefix(prefix: string): Prefix {
  const start = prefix.endsWith("*") ? prefix.slice(prefix.lastIndexOf("/") + 1, -1) : "";
  const folder = prefix.endsWith("*") ? prefix.slice(0, prefix.lastIndexOf("/")) : prefix;
  assertKey(start === "" ? folder : `${folder}/${start}`);
  if (prefix.endsWith("*") && start === "") throw new RangeError(`Not a prefix: ${JSON.stringify(prefix)}`);
  return { folder, start };
}
