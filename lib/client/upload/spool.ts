import type { PartInfo, SegmentInfo } from "./part.ts";
import type { PartQueue } from "./part-queue.ts";
import {
  keysOfSession,
  readSpool,
  type SpooledPart,
  type SpooledSegment,
  type SpoolStore,
  writeSpool,
} from "./spool-database.ts";

/** Parts of one session on the browser's disk: closing the tab, a crash or a power cut loses none of them. */
export class Spool implements PartQueue {
  readonly #sessionId: string;

  constructor(sessionId: string) {
    this.#sessionId = sessionId;
  }

  async add({ segment, ...part }: PartInfo, bytes: Blob): Promise<void> {
    const buffer = await bytes.arrayBuffer();
    const { clientKey } = segment;
    const spooled: SpooledPart = { ...part, sessionId: this.#sessionId, clientKey };
    await writeSpool((store) => {
      store("segments").put(this.#spooled(segment, null));
      store("parts").put(spooled);
      store("bytes").put(buffer, this.#keyOf(clientKey, part.seq));
    });
  }

  async read({ segment, seq }: PartInfo): Promise<Blob | null> {
    const key = this.#keyOf(segment.clientKey, seq);
    const buffer = await readSpool("bytes", (store): IDBRequest<ArrayBuffer | undefined> => store.get(key));
    return buffer ? new Blob([buffer]) : null;
  }

  async remove({ segment, seq }: PartInfo): Promise<void> {
    const key = this.#keyOf(segment.clientKey, seq);
    await writeSpool((store) => {
      store("parts").delete(key);
      store("bytes").delete(key);
    });
  }

  async endSegment(segment: SegmentInfo, parts: number): Promise<void> {
    await writeSpool((store) => store("segments").put(this.#spooled(segment, parts)));
  }

  async forgetSegment({ clientKey }: SegmentInfo): Promise<void> {
    await writeSpool((store) => store("segments").delete([this.#sessionId, clientKey]));
  }

  bytesInMemory(): number {
    return 0;
  }

  async settle(): Promise<void> {}

  #keyOf(clientKey: string, seq: number): [string, string, number] {
    return [this.#sessionId, clientKey, seq];
  }

  #spooled({ clientKey, mimeType, epoch }: SegmentInfo, parts: number | null): SpooledSegment {
    return { sessionId: this.#sessionId, clientKey, mimeType, epoch, parts, touchedAt: Date.now() };
  }
}

/** A segment of an earlier page, and its parts that were not acknowledged there, in order. */
export type Leftover = { segment: SpooledSegment; parts: PartInfo[] };

/** What an earlier page of this browser has left of a session. */
export async function readLeftovers(sessionId: string): Promise<Leftover[]> {
  const range = keysOfSession(sessionId);
  const segments = await readSpool("segments", (store): IDBRequest<SpooledSegment[]> => store.getAll(range));
  const parts = await readSpool("parts", (store): IDBRequest<SpooledPart[]> => store.getAll(range));
  return segments.map((segment) => ({
    segment,
    parts: parts
      .filter(({ clientKey }) => clientKey === segment.clientKey)
      .map(({ seq, offset, size, sha256, capturedAt }) => ({ segment, seq, offset, size, sha256, capturedAt })),
  }));
}

/** The sessions that have anything left, and when each was last written to. */
export async function listSpooledSessions(): Promise<Map<string, number>> {
  const segments = await readSpool("segments", (store): IDBRequest<SpooledSegment[]> => store.getAll());
  const sessions = new Map<string, number>();
  for (const { sessionId, touchedAt } of segments) {
    sessions.set(sessionId, Math.max(touchedAt, sessions.get(sessionId) ?? 0));
  }
  return sessions;
}

/** Deletes everything of a session. */
export async function discardSpooled(sessionId: string): Promise<void> {
  const range = keysOfSession(sessionId);
  const stores: SpoolStore[] = ["segments", "parts", "bytes"];
  await writeSpool((store) => {
    for (const name of stores) store(name).delete(range);
  });
}
