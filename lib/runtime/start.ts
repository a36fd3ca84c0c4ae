import { type FSWatcher, watch } from "node:fs";
import { join } from "node:path";
import { type Env, EnvError, parseEnv } from "../env.ts";
import { stateFile } from "../speech/models/models-folder.ts";
import { ensureAuthSecret } from "./auth-secret.ts";
import { banner, type FirstRun, firstSteps } from "./banner.ts";
import { ensureBuilt, isBuilt } from "./build.ts";
import { CliError } from "./cli-error.ts";
import { waitUntilHealthy } from "./health.ts";
import { type LogFile, openLogFile } from "./log-file.ts";
import { supervisePostgres } from "./postgres/supervised-postgres.ts";
import { checkBucket, checkDatabase, checkFolders, checkPort } from "./preflight.ts";
import { PROJECT_ROOT } from "./project-root.ts";
import { claimDataDir, type RunFile } from "./run-file.ts";
import { tellSpeech } from "./speech/tell-speech.ts";
import { aborted, stopRequest } from "./stop-request.ts";
import { type SupervisedChild, superviseChild } from "./supervised-child.ts";

/*
 * `npm start`: checks, then PostgreSQL → migrations → first-run data → web and worker, and keeps them running until it
 * is asked to stop. Everything is stopped in reverse order, within ten seconds (and DRAIN_WAIT_SECONDS).
 */

const CHILDREN_STOP_MS = 8_300; // the web process gives requests in flight eight seconds
const POSTGRES_STOP_MS = 1_200;
const TRIES_BEFORE_READY = 4;

const SUPERUSER =
  "DATABASE_URL is a superuser's: whoever slipped something into a statement would own the database's machine. Use a role without it.";

type Mode = { dev: boolean };

/**
 * Runs TalentFlow until a signal or the end of the parent process, then ends this process: with code 0 after a wished
 * stop, with 1 when it could not start; the reason is on standard error then.
 */
export async function start(mode: Mode): Promise<never> {
  process.exit(await runUntilAsked(mode));
}

async function runUntilAsked(mode: Mode): Promise<number> {
  const stop = stopRequest();
  const opened = new AsyncDisposableStack();
  try {
    await run(mode, stop, opened);
    return 0;
  } catch (error) {
    if (stop.aborted) return 0; // whatever was under way was cut short on purpose
    if (error instanceof EnvError) complain(...error.problems);
    else if (error instanceof Error) complain(error.message);
    return 1;
  } finally {
    await opened.disposeAsync();
  }
}

/** The checks: what a person can put right is told before anything starts. */
async function run({ dev }: Mode, stop: AbortSignal, opened: AsyncDisposableStack): Promise<void> {
  const env = parseEnv(process.env, PROJECT_ROOT);
  checkFolders(env);
  const runFile = await claimDataDir(env.dataDir);
  opened.defer(runFile.release);
  stop.addEventListener("abort", runFile.leaving);
  await checkPort(env.port);
  const isSuperuser = env.database.kind === "external" && (await checkDatabase(env.database.url));
  if (env.storage.driver === "s3") await checkBucket(env.storage);
  const log = openLogFile(env.logDir);
  opened.defer(log.close);
  log.event("starting", { port: env.port, mode: dev ? "development" : "production" });
  if (isSuperuser) {
    log.event("the database's role is a superuser", { level: "warn" });
    complain(SUPERUSER);
  }
  await serve({ env, dev, stop, opened, runFile, log }).catch((error: unknown) => {
    if (!stop.aborted) log.event("failed", { level: "error", stack: error instanceof Error ? error.stack : undefined });
    throw error;
  });
}

type Serving = Mode & { env: Env; stop: AbortSignal; opened: AsyncDisposableStack; runFile: RunFile; log: LogFile };

/** Everything after the checks, until asked to stop. */
async function serve({ env, dev, stop, opened, runFile, log }: Serving): Promise<void> {
  const sinceMs = Date.now();
  if (!dev) await build(stop);
  const { url, appUrl } = await database(env, log, opened);
  stop.throwIfAborted();
  await migrateDatabase(url, log);
  const firstRun = await seed(appUrl);

  const children = startChildren(dev, childEnvironment(env, appUrl, dev), log, runFile);
  opened.defer(async () => {
    say("Stopping …");
    log.event("stopping");
    const limitMs = env.drainWaitMs + CHILDREN_STOP_MS;
    await Promise.all(Object.values(children).map((child) => child.stop(limitMs)));
  });
  if (dev) opened.use(renewOnChange(children.worker));
  await untilReady(env, children, stop, firstRun);
  if (stop.aborted) return;
  log.event("ready");
  say(banner(env, firstRun, dev));
  await Promise.all([aborted(stop), tellSpeech({ file: stateFile(join(env.dataDir, "models")), sinceMs, stop })]);
}

async function build(stop: AbortSignal): Promise<void> {
  if (isBuilt()) return;
  say("Building the pages (only when they changed, about half a minute) …");
  await ensureBuilt(stop);
}

/** The addresses of the database, its owner's and the application's; it is started when it is ours. */
async function database(
  env: Env,
  log: LogFile,
  opened: AsyncDisposableStack,
): Promise<{ url: string; appUrl: string }> {
  if (env.database.kind === "external") return { url: env.database.url, appUrl: env.database.url };
  say("Starting the database …");
  const postgres = await supervisePostgres(env.dataDir, env.logDir, (reason, waitMs) => {
    log.event("database ended", { level: "error", reason, restart_in_ms: waitMs });
    complain(`The database stopped (${reason}); starting it again in ${waitMs / 1000} s.`);
  });
  opened.defer(() => postgres.stop(POSTGRES_STOP_MS));
  return postgres;
}

async function migrateDatabase(databaseUrl: string, log: LogFile): Promise<void> {
  const { migrate } = await import("../db/migrations/migrate.ts");
  const applied = await migrate(databaseUrl, {
    say(line) {
      log.event("migrating", { level: "warn", why: line });
      complain(line);
    },
  });
  if (applied.length > 0) log.event("migrated", { applied });
}

async function seed(databaseUrl: string): Promise<FirstRun | null> {
  const { hasOrganization } = await import("../db/first-run.ts");
  if (await hasOrganization(databaseUrl)) return null;
  process.env.DATABASE_URL = databaseUrl; // the database client of this process reads it there
  const [{ seedFirstRun }, { disconnect }] = await Promise.all([
    import("../../prisma/seed.ts"),
    import("../db/client.ts"),
  ]);
  try {
    return await seedFirstRun();
  } finally {
    await disconnect();
  }
}

function childEnvironment(env: Env, databaseUrl: string, dev: boolean): NodeJS.ProcessEnv {
  return {
    ...process.env,
    NODE_ENV: dev ? "development" : "production",
    NEXT_TELEMETRY_DISABLED: "1",
    PORT: String(env.port),
    DATA_DIR: env.dataDir,
    LOG_DIR: env.logDir,
    DATABASE_URL: databaseUrl,
    AUTH_SECRET: env.authSecret ?? ensureAuthSecret(env.dataDir),
  };
}

type Children = { web: SupervisedChild; worker: SupervisedChild };

function startChildren(dev: boolean, environment: NodeJS.ProcessEnv, log: LogFile, runFile: RunFile): Children {
  const child = (name: keyof Children) =>
    superviseChild(dev && name === "web" ? ["web", "--dev"] : [name], environment, {
      line(text, from) {
        // What Next tells a developer names whole addresses, tokens included: it is for the terminal alone.
        if (dev && !text.startsWith("{")) say(text);
        else log.write(name, text, from === "stderr" ? "error" : "info");
      },
      started(pid) {
        runFile.note(name, pid);
        log.event("child started", { child: name, child_pid: pid });
      },
      failed(how, waitMs) {
        log.event("child ended", { level: "error", child: name, how, restart_in_ms: waitMs });
        complain(`The ${name} process ended (${how}); starting it again in ${waitMs / 1000} s. The log says more.`);
      },
    });
  return { web: child("web"), worker: child("worker") };
}

/** In development the worker starts anew whenever the code it may be made of changes. */
function renewOnChange(worker: SupervisedChild): Disposable {
  let timer: NodeJS.Timeout | undefined;
  const watcher: FSWatcher = watch(join(PROJECT_ROOT, "lib"), { recursive: true }, (_event, file) => {
    if (!file?.endsWith(".ts") || file.endsWith(".test.ts")) return;
    clearTimeout(timer);
    timer = setTimeout(() => worker.renew(), 200);
  });
  return {
    [Symbol.dispose]() {
      clearTimeout(timer);
      watcher.close();
    },
  };
}

async function untilReady(env: Env, children: Children, stop: AbortSignal, firstRun: FirstRun | null): Promise<void> {
  say("Starting the web server and the worker …");
  const health = await waitUntilHealthy(env.port, stop, () => {
    const failing = Object.entries(children).find(([, child]) => child.failures() >= TRIES_BEFORE_READY);
    return failing ? `the ${failing[0]} process keeps ending` : null;
  });
  if (health.ok) return;
  if (firstRun) say(firstSteps(firstRun).join("\n")); // the account exists, and its password is told only once
  if (stop.aborted) return;
  throw new CliError(
    `TalentFlow did not become ready: ${health.why}. ${join(env.logDir, "talentflow.log")} says more.`,
  );
}

function say(text: string): void {
  process.stdout.write(`${text}\n`);
}

function complain(...lines: string[]): void {
  for (const line of lines) process.stderr.write(`${line}\n`);
}
