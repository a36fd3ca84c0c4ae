import { setTimeout as delay } from "node:timers/promises";

/** Bytes. */
export type Memory = { rss: number; heapUsed: number; external: number };

const CLOSED_AFTER_MS = 1_000;

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
    return await usageOf(socket, pid);
  } finally {
    socket.close();
    await delay(CLOSED_AFTER_MS);
  }
}

/** The inspector closes afterwards, so that the next process can listen there. */
async function usageOf(socket: WebSocket, pid: number): Promise<Memory> {
  const closeLater = `setTimeout(() => process.getBuiltinModule("node:inspector").close(), ${CLOSED_AFTER_MS / 2})`;
  const expression = `${closeLater}; JSON.stringify({ pid: process.pid, ...process.memoryUsage() })`;
  const { result } = (await ask(socket, "Runtime.evaluate", { expression })) as { result: { value: string } };
  const usage = JSON.parse(result.value);
  if (usage.pid !== pid) throw new Error(`the inspector of ${usage.pid} answered, not that of ${pid}`);
  return usage;
}

export function inMb({ rss, heapUsed, external }: Memory): string {
  const mb = (bytes: number) => (bytes / 2 ** 20).toFixed(0);
  return `${mb(rss)} MB resident, ${mb(heapUsed)} MB heap, ${mb(external)} MB beside it`;
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
