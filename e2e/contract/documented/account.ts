import type { DocumentedRun } from "../../support/documented-run.ts";

type Created = { api_key: { id: string }; key: string };

/** Keys, the record of who did what, and whether everything works. */
export async function runAccount(run: DocumentedRun): Promise<void> {
  const body = { name: "Our ATS", kind: "test", scopes: ["read"], expires_at: "2099-01-31T00:00:00Z" };
  const { api_key, key } = await run.ask<Created>("createApiKey", { body });
  await run.ask("listAuditEvents", { apiKey: key, status: 403 });
  await run.ask("listApiKeys");
  await run.ask("revokeApiKey", { params: { api_key_id: api_key.id } });
  await run.ask("listAuditEvents", { apiKey: key, status: 401 });
  await run.ask("listAuditEvents", { query: { limit: "1" } });
  for (const id of ["getHealth", "getReady", "getLive"]) await run.ask(id, { apiKey: null });
  await run.ask("getOpenApi", { apiKey: null });
}
