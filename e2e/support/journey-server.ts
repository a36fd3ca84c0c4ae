import { ensureAuthSecret } from "../../lib/runtime/auth-secret.ts";
import { startServer } from "./server.ts";

/** One server for all journeys; its address reaches the tests through the environment of their workers. */
export default async function setup(): Promise<() => Promise<void>> {
  const server = await startServer(null, { RATE_LIMIT_FACTOR: "1" }); // as people meet it
  process.env.E2E_BASE_URL = server.baseUrl;
  process.env.DATABASE_URL = server.databaseUrl;
  process.env.PUBLIC_URL = server.baseUrl;
  process.env.SPEECH_MODEL = "off"; // as the server has it
  process.env.AUTH_SECRET = ensureAuthSecret(server.dataDir); // what the tests' own verbs seal, the server opens
  return () => server.remove();
}
