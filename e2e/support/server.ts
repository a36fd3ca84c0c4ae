import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { findRunning } from "../../lib/runtime/postgres/embedded-postgres.ts";
import { newDataDir } from "./first-data.ts";

const ROOT = resolve(import.meta.dirname, "../..");
const READY_WITHIN_MS = 120_000;

export type TestServer = {
  baseUrl: string;
  databaseUrl: string;
  dataDir: string;
  /** What `npm start` prints, so far. */
  printed(): string;
  /** The process ids of its parts. */
  pids(): { supervisor: number; web: number; worker: number; postgres: number };
  /** Asks it to stop, as Ctrl-C does, and waits until it is gone. */
  stop(): Promise<void>;
  /** Stops it and removes everything it stored. */
  remove(): Promise<void>;
};

/**
 * Starts the whole product as `npm start` does, on a port and a data folder of its own. Several can run at once; they
 * share one build.
 * @param again a stopped server, to start anew on its port and its data, or a place that the test made for one
 * @param variables of the environment, besides those that every test server has
 * @param root of another checkout, whose code is to run
 */
export async function startServer(
  again?: Pick<TestServer, "baseUrl" | "dataDir"> | null,
  variables: Record<string, string> = {},
  root = ROOT,
): Promise<TestServer> {
  const dataDir = again?.dataDir ?? (await newDataDir());
  const baseUrl = again?.baseUrl ?? `http://localhost:${await freePort()}`;
  const child = spawn(process.execPath, ["lib/cli/main.ts", "start"], {
    cwd: root,
    env: { ...serverEnvironment(new URL(baseUrl).port, dataDir), ...variables },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let printed = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding("utf8").on("data", (text: string) => {
      printed += text;
    });
  }
  await untilReady(child, () => printed);
  const running = variables.DATABASE_URL ? { url: variables.DATABASE_URL } : await findRunning(dataDir);
  if (!running) throw new Error(`the embedded database is not there:\n${printed}`);
  const stop = () => stopChild(child);
  return {
    baseUrl,
    databaseUrl: running.url,
    dataDir,
    printed: () => printed,
    pids: () => readPids(dataDir),
    stop,
    async remove() {
      await stop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

/** Where nothing was ever started: the first start makes everything, and says how to sign in. */
export async function freshPlace(): Promise<Pick<TestServer, "baseUrl" | "dataDir">> {
  const dataDir = await mkdtemp(join(tmpdir(), "talentflow-first-"));
  return { dataDir, baseUrl: `http://localhost:${await freePort()}` };
}

/** What a newcomer's shell would give it: nothing that the test runner has set. All tests share one address, so nobody is one too many. */
function serverEnvironment(port: string, dataDir: string): NodeJS.ProcessEnv {
  const environment = {
    ...process.env,
    PORT: port,
    DATA_DIR: dataDir,
    LOG_DIR: join(dataDir, "logs"),
    RATE_LIMIT_FACTOR: "1000",
    SPEECH_MODEL: "off", // nothing is fetched for a test; those of speech say otherwise
  };
  for (const name of ["NODE_ENV", "DATABASE_URL", "PUBLIC_URL", "AUTH_SECRET"])
    Reflect.deleteProperty(environment, name);
  return environment;
}

/** Waits until everything works again, as after a part of it was killed. */
export async function untilWellAgain(server: TestServer): Promise<void> {
  const deadline = Date.now() + READY_WITHIN_MS;
  while (!(await isWell(server.baseUrl))) {
    if (Date.now() > deadline) throw new Error(`the server did not recover:\n${server.printed()}`);
    await new Promise((wake) => setTimeout(wake, 100));
  }
}

/** It says so itself: on its port a predecessor may still be answering. */
async function untilReady(child: ChildProcess, printed: () => string): Promise<void> {
  const deadline = Date.now() + READY_WITHIN_MS;
  while (!printed().includes("TalentFlow is ready")) {
    if (child.exitCode !== null) {
      throw new Error(`the server ended (${child.exitCode}) before it was ready:\n${printed()}`);
    }
    if (Date.now() > deadline) {
      await stopChild(child);
      throw new Error(`the server was not ready in time:\n${printed()}`);
    }
    await new Promise((wake) => setTimeout(wake, 50));
  }
}

async function isWell(baseUrl: string): Promise<boolean> {
  return fetch(`${baseUrl}/api/health`, { signal: AbortSignal.timeout(5_000) }).then(
    async (response) => response.ok && Object.values((await response.json()).checks).every(Boolean),
    () => false, // nobody listens yet
  );
}

function readPids(dataDir: string) {
  const { supervisor, children } = JSON.parse(readFileSync(join(dataDir, "run.json"), "utf8"));
  const postgres = readFileSync(join(dataDir, "postgres", "postmaster.pid"), "utf8");
  return {
    supervisor: supervisor.pid as number,
    web: children.web.pid as number,
    worker: children.worker.pid as number,
    postgres: Number.parseInt(postgres, 10),
  };
}

async function stopChild(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill("SIGTERM");
  await once(child, "exit");
}

/** A port nobody listens on now. */
export async function freePort(): Promise<number> {
  const probe = createServer().listen(0, "127.0.0.1");
  await once(probe, "listening");
  const address = probe.address();
  probe.close();
  await once(probe, "close");
  if (address === null || typeof address === "string") throw new Error("no port");
  return address.port;
}
