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

  async secure(): Promise<void> {}

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

/** When a session was last written to, and when the server last said that it takes no more of it; 0: never. */
export type SpooledSession = { touchedAt: number; refusedAt: number };

/** The sessions that have anything left. */
export async function listSpooledSessions(): Promise<Map<string, SpooledSession>> {
  const segments = await readSpool("segments", (store): IDBRequest<SpooledSegment[]> => store.getAll());
  const sessions = new Map<string, SpooledSession>();
  for (const { sessionId, touchedAt, refusedAt = 0 } of segments) {
    const known = sessions.get(sessionId) ?? { touchedAt: 0, refusedAt: 0 };
    sessions.set(sessionId, {
      touchedAt: Math.max(touchedAt, known.touchedAt),
      refusedAt: Math.max(refusedAt, known.refusedAt),
    });
  }
  return sessions;
}

/** Keeps when the server said that it takes no more of a session, so that it is not asked all the time. */
export async function noteRefused(sessionId: string, refusedAt: number): Promise<void> {
  const range = keysOfSession(sessionId);
  const segments = await readSpool("segments", (store): IDBRequest<SpooledSegment[]> => store.getAll(range));
  await writeSpool((store) => {
    for (const segment of segments) store("segments").put({ ...segment, refusedAt });
  });
}

/** Deletes everything of a session. */
export async function discardSpooled(sessionId: string): Promise<void> {
  const range = keysOfSession(sessionId);
  const stores: SpoolStore[] = ["segments", "parts", "bytes"];
  await writeSpool((store) => {
    for (const name of stores) store(name).delete(range);
  });
}
