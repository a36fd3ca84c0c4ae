import type { Part } from "./part.ts";

/**
 * Where parts wait until the server has acknowledged them, first in, first out. It stands between the recorder and the
 * uploader, so that a queue on the browser's disk can take the place of the one in memory.
 */
export interface PartQueue {
  /** Resolves once the part is as safe as this queue can make it. */
  add(part: Part): Promise<void>;
  /** The oldest part, which stays; null when there is none. */
  first(): Promise<Part | null>;
  /** Forgets the oldest part. */
  removeFirst(): Promise<void>;
}

/** Parts in memory: a reload loses what was not sent. */
export class MemoryPartQueue implements PartQueue {
  readonly #parts: Part[] = [];

  async add(part: Part): Promise<void> {
    this.#parts.push(part);
  }

  async first(): Promise<Part | null> {
    return this.#parts[0] ?? null;
  }

  async removeFirst(): Promise<void> {
    this.#parts.shift();
  }
}
