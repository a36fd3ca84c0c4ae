import { parseEnv } from "../env.ts";
import { findAuthSecret } from "./auth-secret.ts";
import { CliError } from "./cli-error.ts";
import { findDatabase } from "./database.ts";
import { runUntilStopped } from "./stop-request.ts";

/** The supervisor allows ten seconds; a job cut short is taken up again by the next worker. */
const STOP_LIMIT_MS = 9_000;

/** Runs a worker until it is told to stop, or whoever started it is gone. */
export async function worker(): Promise<void> {
  if (!(await findDatabase())) {
    throw new CliError("There is no database to work on. Run `npm start`, or set DATABASE_URL.");
  }
  const { authSecret, dataDir } = parseEnv(process.env);
  const secret = authSecret ?? findAuthSecret(dataDir);
  // One of its own would open nothing that the web processes have sealed.
  if (!secret) throw new CliError("AUTH_SECRET is not set. Give the worker the same as the web processes have.");
  process.env.AUTH_SECRET = secret;
  // Imported only now: what it reaches reads the environment as it loads.
  const { runWorker } = await import("../worker/worker.ts");
  const running = await runWorker();
  await runUntilStopped(() => running.stop(), STOP_LIMIT_MS);
}
