import { fork } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, open, rm } from "node:fs/promises";
import { createServer } from "node:http";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";

/* The least that a server can do for a part: its body in a file, on the disk, before the answer. */

export type BareServer = { baseUrl: string; pid: number; stop(): Promise<void> };

/** Starts one in a process of its own, so that its memory and CPU can be measured like ours. */
export async function startBareServer(dataDir: string): Promise<BareServer> {
  const folder = await mkdtemp(join(dataDir, "bare-"));
  const child = fork(import.meta.filename, [folder]);
  const [port] = await once(child, "message");
  return {
    baseUrl: `http://127.0.0.1:${port}`,
    pid: child.pid ?? 0,
    async stop() {
      child.kill();
      await once(child, "exit");
      await rm(folder, { recursive: true, force: true });
    },
  };
}

function serve(folder: string): void {
  const server = createServer(async (request, response) => {
    const file = await open(join(folder, (request.url ?? "").slice(1)), "w");
    const written = file.createWriteStream({ flush: true }); // fsync before it closes
    await pipeline(request, written);
    response.end("{}");
  });
  server.listen(0, "127.0.0.1", () => {
    const address = server.address();
    process.send?.(typeof address === "object" ? address?.port : 0);
  });
}

const [, entry, folder] = process.argv;
if (entry === import.meta.filename && folder) serve(folder);
