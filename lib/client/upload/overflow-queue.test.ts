import { expect, test } from "vitest";
import { OverflowQueue } from "./overflow-queue.ts";
import type { PartInfo } from "./part.ts";
import { MemoryPartQueue } from "./part-queue.ts";

/** A disk that is full, or does not answer, when it is told so. */
class BadDisk extends MemoryPartQueue {
  full = false;
  hangs = false;
  asked = 0;

  override async add(part: PartInfo, bytes: Blob): Promise<void> {
    this.asked += 1;
    if (this.hangs) throw new DOMException("no answer", "TimeoutError");
    if (this.full) throw new DOMException("no space", "QuotaExceededError");
    await super.add(part, bytes);
  }
}

const segment = { clientKey: "k", mimeType: "video/webm", epoch: 1 };
const bytes = new Blob(["word"]);
const part = (seq: number): PartInfo => ({ segment, seq, offset: seq * 4, size: 4, sha256: "", capturedAt: 0 });

test("what the disk does not take is kept in memory, and every part is found where it is", async () => {
  const disk = new BadDisk();
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
  const disk = new BadDisk();
  const queue = new OverflowQueue(disk);
  disk.full = true;
  await queue.add(part(0), bytes);
  await queue.secure();
  expect(queue.bytesInMemory()).toBe(4);
  disk.full = false;
  await queue.secure();
  expect(queue.bytesInMemory()).toBe(0);
  expect(await (await queue.read(part(0)))?.text()).toBe("word");
});

test("a disk that does not answer is waited for once, and asked again when it is time to", async () => {
  const disk = new BadDisk();
  const queue = new OverflowQueue(disk);
  disk.hangs = true;
  for (const seq of [0, 1, 2]) await queue.add(part(seq), bytes);
  expect([disk.asked, queue.bytesInMemory()]).toEqual([1, 12]);
  await queue.secure();
  expect([disk.asked, queue.bytesInMemory()]).toEqual([2, 12]);
  disk.hangs = false;
  await queue.secure();
  expect(queue.bytesInMemory()).toBe(0);
  await queue.add(part(3), bytes);
  expect([disk.has(part(3)), queue.bytesInMemory()]).toEqual([true, 0]);
});
