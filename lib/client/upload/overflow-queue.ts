import type { PartInfo, SegmentInfo } from "./part.ts";
import { MemoryPartQueue, type PartQueue } from "./part-queue.ts";

/**
 * A queue on the browser's disk that goes on in memory when the disk takes nothing more: the quota is used up, the
 * browser keeps nothing at all in its private mode, or its storage does not answer. What waits in memory moves to the
 * disk as soon as that works again.
 */
export class OverflowQueue implements PartQueue {
  readonly #disk: PartQueue;
  readonly #memory = new MemoryPartQueue();
  #securing = false;
  /** It did not answer: nobody waits for it again before it does. */
  #diskHangs = false;

  constructor(disk: PartQueue) {
    this.#disk = disk;
  }

  async add(part: PartInfo, bytes: Blob): Promise<void> {
    if (!(await this.#tryDisk((disk) => disk.add(part, bytes)))) await this.#memory.add(part, bytes);
  }

  read(part: PartInfo): Promise<Blob | null> {
    return this.#memory.has(part) ? this.#memory.read(part) : this.#disk.read(part);
  }

  async remove(part: PartInfo): Promise<void> {
    if (this.#memory.has(part)) await this.#memory.remove(part);
    else await this.#tryDisk((disk) => disk.remove(part)); // or sent again by a later visit, which the server allows
  }

  async endSegment(segment: SegmentInfo, parts: number): Promise<void> {
    await this.#tryDisk((disk) => disk.endSegment(segment, parts)); // or a later visit counts what it finds
  }

  async forgetSegment(segment: SegmentInfo): Promise<void> {
    await this.#tryDisk((disk) => disk.forgetSegment(segment)); // or a later visit asks the server and forgets it then
  }

  bytesInMemory(): number {
    return this.#memory.bytesInMemory();
  }

  async secure(): Promise<void> {
    if (this.#securing) return;
    this.#securing = true;
    try {
      for (let next = this.#memory.first(); next; next = this.#memory.first()) {
        const { part, bytes } = next;
        await this.#disk.add(part, bytes);
        this.#diskHangs = false;
        if (!this.#memory.has(part)) await this.#disk.remove(part); // acknowledged meanwhile
        await this.#memory.remove(part);
      }
    } catch {
      return; // still no space: the parts stay where they are
    } finally {
      this.#securing = false;
    }
  }

  /** @returns whether the disk did it */
  async #tryDisk(work: (disk: PartQueue) => Promise<void>): Promise<boolean> {
    if (this.#diskHangs) return false;
    try {
      await work(this.#disk);
      return true;
    } catch (error) {
      this.#diskHangs = error instanceof DOMException && error.name === "TimeoutError";
      return false;
    }
  }
}
