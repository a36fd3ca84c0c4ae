import { expect, test } from "vitest";
import { OverflowQueue } from "./overflow-queue.ts";
import type { PartInfo } from "./part.ts";
import { MemoryPartQueue } from "./part-queue.ts";

/** A disk that is full when it is told to be. */
class SmallDisk extends MemoryPartQueue {
  full = false;

  override async add(part: PartInfo, bytes: Blob): Promise<void> {
    if (this.full) throw new DOMException("no space", "QuotaExceededError");
    await super.add(part, bytes);
  }
}

const segment = { clientKey: "k", mimeType: "video/webm", epoch: 1 };
const bytes = new Blob(["word"]);
const part = (seq: number): PartInfo => ({ segment, seq, offset: seq * 4, size: 4, sha256: "", capturedAt: 0 });

test("what the disk does not take is kept in memory, and every part is found where it is", async () => {
  const disk = new SmallDisk();
  const queue = new OverflowQueue(disk);
  await queue.add(part(0), bytes);
  disk.full = true;
  await queue.add(part(1), bytes);
  expect(queue.bytesInMemory()).toBe(4);
  expect(await (await queue.read(part(0)))?.text()).toBe("word");
  expect(await (await queue.read(part(1)))?.text()).toBe("word");
  await queue.remove(part(1));
  expect(queue.bytesInMemory()).toBe(0);
  expect(disk.has(part(0))).toBe(true);
});

test("when the disk has space again, what was in memory moves there", async () => {
  const disk = new SmallDisk();
  const queue = new OverflowQueue(disk);
  disk.full = true;
  await queue.add(part(0), bytes);
  await queue.settle();
  expect(queue.bytesInMemory()).toBe(4);
  disk.full = false;
  await queue.settle();
  expect(queue.bytesInMemory()).toBe(0);
  expect(await (await queue.read(part(0)))?.text()).toBe("word");
});
