import { closeSync, openSync, readSync } from "node:fs";
import { parentPort, workerData } from "node:worker_threads";
import Bunzip from "seek-bzip";

/*
 * The thread that unpacks bzip2. The decoder does not stop in the middle, so it stands still in here until whoever reads has room again:
 * at most AHEAD pieces are on their way, however much an archive unpacks to.
 */

export type BunzipData = { archive: string /** How many pieces were asked for. */; wanted: SharedArrayBuffer };
export type BunzipSaid = { piece: Uint8Array } | { end: true } | { damaged: string };

const PIECE = 1024 ** 2;

const { archive, wanted } = workerData as BunzipData;
const asked = new Int32Array(wanted);
const file = openSync(archive, "r");
let given = 0;

/** Waits for its turn. */
function give(piece: Uint8Array): void {
  for (let now = Atomics.load(asked, 0); now <= given; now = Atomics.load(asked, 0)) Atomics.wait(asked, 0, now);
  given += 1;
  say({ piece });
}

function say(said: BunzipSaid): void {
  parentPort?.postMessage(said);
}

function input() {
  const buffer = Buffer.alloc(PIECE);
  let [at, end] = [0, 0];
  const fill = () => {
    if (at === end) [at, end] = [0, readSync(file, buffer, 0, PIECE, null)];
    return at < end;
  };
  const readByte = () => (fill() ? (buffer[at++] as number) : -1);
  const read = (target: Uint8Array, offset: number, length: number) => {
    for (let done = 0; done < length; done++) {
      const byte = readByte();
      if (byte < 0) return done === 0 ? -1 : done;
      target[offset + done] = byte;
    }
    return length;
  };
  return { readByte, read, eof: () => !fill() };
}

function output() {
  let piece = new Uint8Array(PIECE);
  let filled = 0;
  return {
    writeByte(byte: number) {
      piece[filled++] = byte;
      if (filled < PIECE) return;
      give(piece);
      [piece, filled] = [new Uint8Array(PIECE), 0];
    },
    rest: () => filled > 0 && give(piece.subarray(0, filled)),
  };
}

try {
  const out = output();
  Bunzip.decode(input(), out, true);
  out.rest();
  say({ end: true });
} catch (error) {
  say({ damaged: error instanceof Error ? error.message : String(error) });
} finally {
  closeSync(file);
}
