import { cpus } from "node:os";
import { startServer } from "../support/server.ts";
import { say } from "./say.ts";

const BENCHES = {
  /** `question/add` beside a route that does nothing, and what the 500th question costs. */
  api: async () => (await import("./api.ts")).benchApi,
};

/**
 * `npm run bench NAME`: starts a server of its own, measures, prints figures with the machine they were measured on.
 * Never a test: figures depend on the machine.
 */
export async function runBench([name]: string[]): Promise<void> {
  if (!name || !Object.hasOwn(BENCHES, name)) {
    throw new Error(`Which bench? There are: ${Object.keys(BENCHES).join(", ")}.`);
  }
  const bench = await BENCHES[name as keyof typeof BENCHES]();
  const server = await startServer();
  try {
    say(`${cpus().length} × ${cpus()[0]?.model ?? "unknown processor"}, Node ${process.version}`);
    await bench(server, say);
  } finally {
    await server.remove();
  }
}
