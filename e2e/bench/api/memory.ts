import { setTimeout as delay } from "node:timers/promises";

/** Bytes. */
export type Memory = { rss: number; heapUsed: number; external: number };

/**
 * What a process holds once its garbage is collected, asked through its inspector, which a signal opens.
 * @param port where it listens then: the process was started with `--inspect-port`
 */
export async function memoryOf(pid: number, port: number): Promise<Memory> {
  process.kill(pid, "SIGUSR1");
  const socket = new WebSocket(await inspectorUrl(port));
  await new Promise((open, refused) => {
    socket.onopen = open;
    socket.onerror = refused;
  });
  try {
    for (let round = 0; round < 3; round++) {
      await ask(socket, "HeapProfiler.collectGarbage");
      await delay(1_000); // finalizers run, and the allocator gives pages back
    }
    const expression = "JSON.stringify(process.memoryUsage())";
    const { result } = (await ask(socket, "Runtime.evaluate", { expression })) as { result: { value: string } };
    return JSON.parse(result.value);
  } finally {
    socket.close();
  }
}

async function inspectorUrl(port: number): Promise<string> {
  for (let attempt = 0; ; attempt++) {
    try {
      const [target] = (await (await fetch(`http://127.0.0.1:${port}/json/list`)).json()) as [
        { webSocketDebuggerUrl: string },
      ];
      return target.webSocketDebuggerUrl;
    } catch (error) {
      if (attempt === 20) throw error; // it takes a moment to open
      await delay(100);
    }
  }
}

let asked = 0;

function ask(socket: WebSocket, method: string, params: object = {}): Promise<unknown> {
  const id = ++asked;
  return new Promise((resolve) => {
    const hear = ({ data }: MessageEvent) => {
      const message = JSON.parse(String(data));
      if (message.id !== id) return;
      socket.removeEventListener("message", hear);
      resolve(message.result);
    };
    socket.addEventListener("message", hear);
    socket.send(JSON.stringify({ id, method, params }));
  });
}
