import { once } from "node:events";
import { connect, createServer, type Socket } from "node:net";

type Request = "PUT" | "POST";

export type TcpProxy = {
  /** Where browsers find the server behind it. */
  origin: string;
  /** Cuts every connection and refuses new ones. */
  cut(): void;
  restore(): void;
  /** Cuts everything in the middle of the next part that goes up. Resolves when it has happened. */
  cutInNextPart(): Promise<void>;
  /** Lets the next such request through, and cuts its connection instead of handing on the answer. */
  swallowNextAnswer(request: Request): Promise<void>;
  close(): Promise<void>;
};

/** Stands in front of a server as the network does, and fails as it does: in the middle of things. */
export async function startTcpProxy(target: string): Promise<TcpProxy> {
  const { port: targetPort } = new URL(target);
  const open = new Set<Socket>();
  let isCut = false;
  let onPart: (() => void) | null = null;
  let onRequest: { request: Request; happened: () => void } | null = null;

  const cut = () => {
    isCut = true;
    for (const socket of open) socket.destroy();
  };

  const server = createServer((browser) => {
    if (isCut) return void browser.destroy();
    const upstream = connect(Number(targetPort), "localhost");
    let swallowed: (() => void) | null = null;
    for (const socket of [browser, upstream]) {
      open.add(socket);
      socket.on("error", () => socket.destroy()); // a cut is an error to both ends, and meant
      socket.on("close", () => {
        open.delete(socket);
        browser.destroy();
        upstream.destroy();
      });
    }
    browser.on("data", (chunk) => {
      if (onPart && begins(chunk, "PUT")) {
        upstream.write(chunk.subarray(0, chunk.length - 100), () => setImmediate(cut));
        onPart();
        onPart = null;
        return;
      }
      if (onRequest && begins(chunk, onRequest.request)) {
        swallowed = onRequest.happened;
        onRequest = null;
      }
      upstream.write(chunk);
    });
    upstream.on("data", (chunk) => {
      if (!swallowed) return void browser.write(chunk);
      swallowed();
      browser.destroy();
    });
  });

  server.listen(0, "localhost");
  await once(server, "listening");
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("no port");
  return {
    origin: `http://localhost:${address.port}`,
    cut,
    restore() {
      isCut = false;
    },
    cutInNextPart: () =>
      new Promise((resolve) => {
        onPart = resolve;
      }),
    swallowNextAnswer: (request) =>
      new Promise((happened) => {
        onRequest = { request, happened };
      }),
    async close() {
      cut();
      server.close();
      await once(server, "close");
    },
  };
}

/** A request's first packet: browsers write the head of a request at once. */
const begins = (chunk: Buffer, method: Request) => chunk.subarray(0, method.length + 1).toString() === `${method} `;
