import { disconnect } from "../../lib/db/client.ts";
import { startServer, type TestServer } from "../support/server.ts";
import type { Tenant } from "../support/tenant.ts";

/**
 * Lends a server of the bench's own, with an organisation to work in, and removes both.
 * @param variables of the environment, besides those that every such server has
 */
export async function withServer<T>(
  use: (server: TestServer, tenant: Tenant) => Promise<T>,
  variables: Record<string, string> = {},
): Promise<T> {
  const server = await startServer(null, variables);
  try {
    // Before lib/env.ts is first read: the bench's own verbs use the server's database.
    process.env.DATABASE_URL = server.databaseUrl;
    process.env.PUBLIC_URL = server.baseUrl;
    const { newTenant } = await import("../support/tenant.ts");
    return await use(server, await newTenant());
  } finally {
    await disconnect();
    await server.remove();
  }
}

export async function postJson(baseUrl: string, path: string, body: object): Promise<Record<string, unknown>> {
  const response = await fetch(new URL(path, baseUrl), {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
  });
  if (!response.ok) throw new Error(`${path} answered ${response.status}`);
  return (await response.json()) as Record<string, unknown>;
}
