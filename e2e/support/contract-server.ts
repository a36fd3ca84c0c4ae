import type { TestProject } from "vitest/node";
import { ensureAuthSecret } from "../../lib/runtime/auth-secret.ts";
import { startFrom } from "./first-data.ts";
import { startServer } from "./server.ts";

declare module "vitest" {
  export interface ProvidedContext {
    baseUrl: string;
    databaseUrl: string;
    authSecret: string;
    dataDir: string;
  }
}

/** One server for the whole run, on a port and a data folder of its own. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const first = await startServer();
  await first.stop();
  startFrom(first.dataDir);
  const server = await startServer();
  project.provide("baseUrl", server.baseUrl);
  project.provide("databaseUrl", server.databaseUrl);
  project.provide("dataDir", server.dataDir);
  project.provide("authSecret", ensureAuthSecret(server.dataDir));
  return async () => {
    await Promise.all([server.remove(), first.remove()]);
  };
}
