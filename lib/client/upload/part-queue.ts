import type { PartInfo, SegmentInfo } from "./part.ts";

/**
 * Where parts wait until the server has acknowledged them. It stands between the recorder and the uploader, who knows
 * the order; the queue keeps the bytes.
 */
export interface PartQueue {
  /** Resolves once the part is as safe as this queue can make it. */
  add(part: PartInfo, bytes: Blob): Promise<void>;
  /** Null when the browser has forgotten them, as when the person clears its data. */
  read(part: PartInfo): Promise<Blob | null>;
  /** Forgets a part that the server has acknowledged. */
  remove(part: PartInfo): Promise<void>;
  /** Remembers that the recorder has stopped and how many parts there are, for a later visit. */
  endSegment(segment: SegmentInfo, parts: number): Promise<void>;
  /** Forgets a segment that the server has whole. */
  forgetSegment(segment: SegmentInfo): Promise<void>;
  /** How many bytes would be gone with this page. */
  bytesInMemory(): number;
  /** Tries to make safer what is only in memory. */
  secure(): Promise<void>;
}

const keyOf = ({ segment, seq }: PartInfo) => `${segment.clientKey} ${seq}`;

/** Parts in memory: closing the page loses what was not sent. */
export class MemoryPartQueue implements PartQueue {
  readonly #parts = new Map<string, { part: PartInfo; bytes: Blob }>();
  #size = 0;

  async add(part: PartInfo, bytes: Blob): Promise<void> {
    this.#parts.set(keyOf(part), { part, bytes });
    this.#size += part.size;
  }

  async read(part: PartInfo): Promise<Blob | null> {
    return this.#parts.get(keyOf(part))?.bytes ?? null;
  }

  async remove(part: PartInfo): Promise<void> {
    if (this.#parts.delete(keyOf(part))) this.#size -= part.size;
  }

  has(part: PartInfo): boolean {
    return this.#parts.has(keyOf(part));
  }

  /** The oldest part, which stays. */
  first(): { part: PartInfo; bytes: Blob } | undefined {
    return this.#parts.values().next().value;
  }

  async endSegment(): Promise<void> {}
  async forgetSegment(): Promise<void> {}
  async secure(): Promise<void> {}

  bytesInMemory(): number {
    return this.#size;
  }
}
