import { parseEnv } from "../../env.ts";
import { ensureAuthSecret } from "../auth-secret.ts";
import { CliError } from "../cli-error.ts";
import { findDatabase } from "../database.ts";
import { runUntilStopped } from "../stop-request.ts";

/** The supervisor allows ten seconds; a job cut short is taken up again by the next worker. */
const STOP_LIMIT_MS = 9_000;

/** Runs a worker until it is told to stop, or whoever started it is gone. */
export async function worker(): Promise<void> {
  if (!(await findDatabase())) {
    throw new CliError("There is no database to work on. Run `npm start`, or set DATABASE_URL.");
  }
  const { authSecret, dataDir } = parseEnv(process.env);
  process.env.AUTH_SECRET = authSecret ?? ensureAuthSecret(dataDir); // the same that the web process on this data folder has
  // Imported only now: what it reaches reads the environment as it loads.
  const { runWorker } = await import("../../queue/worker.ts");
  const running = await runWorker();
  await runUntilStopped(() => running.stop(), STOP_LIMIT_MS);
}
