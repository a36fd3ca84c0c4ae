import type { PartInfo, SegmentInfo } from "./part.ts";
import { MemoryPartQueue, type PartQueue } from "./part-queue.ts";

/**
 * A queue on the browser's disk that goes on in memory when the disk takes nothing more: the quota is used up, or the
 * browser keeps nothing at all in its private mode. What waits in memory moves to the disk as soon as that works again.
 */
export class OverflowQueue implements PartQueue {
  readonly #disk: PartQueue;
  readonly #memory = new MemoryPartQueue();
  #settling = false;

  constructor(disk: PartQueue) {
    this.#disk = disk;
  }

  async add(part: PartInfo, bytes: Blob): Promise<void> {
    await this.#disk.add(part, bytes).catch(() => this.#memory.add(part, bytes));
  }

  read(part: PartInfo): Promise<Blob | null> {
    return this.#memory.has(part) ? this.#memory.read(part) : this.#disk.read(part);
  }

  async remove(part: PartInfo): Promise<void> {
    if (this.#memory.has(part)) await this.#memory.remove(part);
    else await this.#disk.remove(part).catch(() => undefined); // sent again by a later visit, which the server allows
  }

  async endSegment(segment: SegmentInfo, parts: number): Promise<void> {
    await this.#disk.endSegment(segment, parts).catch(() => undefined); // a later visit counts what it finds
  }

  async forgetSegment(segment: SegmentInfo): Promise<void> {
    await this.#disk.forgetSegment(segment).catch(() => undefined); // a later visit asks the server and forgets it then
  }

  bytesInMemory(): number {
    return this.#memory.bytesInMemory();
  }

  async settle(): Promise<void> {
    if (this.#settling) return;
    this.#settling = true;
    try {
      for (let next = this.#memory.first(); next; next = this.#memory.first()) {
        const { part, bytes } = next;
        await this.#disk.add(part, bytes);
        if (!this.#memory.has(part)) await this.#disk.remove(part); // acknowledged meanwhile
        await this.#memory.remove(part);
      }
    } catch {
      return; // still no space: the parts stay where they are
    } finally {
      this.#settling = false;
    }
  }
}
