import { once } from "node:events";
import { connect, type Socket } from "node:net";

/**
 * Asks for ranges over one connection and reads into one buffer. `fetch` makes a new one for each piece, and the pauses in which those are
 * collected would be counted as the server's.
 */
export type RangeReader = {
  /** @returns milliseconds from the request to the first byte of its answer; all of it is read */
  firstByteMs(start: number, end: number): Promise<number>;
  close(): void;
};

const BUFFER_BYTES = 1 << 20;

export async function openRangeReader(url: string, headers: Record<string, string>): Promise<RangeReader> {
  const { hostname, port, pathname, search, host } = new URL(url);
  const buffer = Buffer.allocUnsafeSlow(BUFFER_BYTES);
  let onBytes: (count: number) => void = () => undefined;
  const onread = {
    buffer,
    callback: (count: number) => {
      onBytes(count);
      return true;
    },
  };
  const socket: Socket = connect({ host: hostname, port: Number(port), noDelay: true, onread });
  let onError: (error: Error) => void = () => undefined;
  await once(socket, "connect");
  socket.on("error", (error) => onError(error));
  const lines = Object.entries({ host, ...headers }).map(([name, value]) => `${name}: ${value}\r\n`);
  return {
    firstByteMs: (start, end) =>
      new Promise((resolve, reject) => {
        const sentAt = performance.now();
        let firstMs = 0;
        let left: number | null = null;
        onBytes = (count) => {
          if (left === null) {
            firstMs = performance.now() - sentAt;
            const head = buffer.toString("latin1", 0, Math.min(count, 16_384));
            const bodyAt = head.indexOf("\r\n\r\n") + 4;
            if (!head.startsWith("HTTP/1.1 206") || bodyAt < 4)
              return reject(new Error(`a range answered ${head.slice(0, 40)}`));
            left = end - start + 1 + bodyAt;
          }
          left -= count;
          if (left === 0) resolve(firstMs);
        };
        onError = reject;
        socket.write(`GET ${pathname}${search} HTTP/1.1\r\nrange: bytes=${start}-${end}\r\n${lines.join("")}\r\n`);
      }),
    close: () => socket.destroy(),
  };
}
