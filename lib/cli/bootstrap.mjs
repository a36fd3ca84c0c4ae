#!/usr/bin/env node
/*
 * The first thing that runs, on whatever Node the machine has: plain JavaScript with nothing but Node's own modules,
 * because at this point there may be no packages at all. It installs what is missing and hands over to main.ts on the
 * Node that package.json pins. When nothing is missing that costs a tenth of a second.
 */
import { spawn, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir, userInfo } from "node:os";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";

const OLDEST_NODE = [20, 9];
const ROOT = fileURLToPath(new URL("../..", import.meta.url)).replace(/[/\\]$/, "");
const MODULES = join(ROOT, "node_modules");
const NODE_24 = join(MODULES, "node", "bin", process.platform === "win32" ? "node.exe" : "node");
const INSTALLED_STAMP = join(MODULES, ".talentflow-installed");
const GENERATED = join(ROOT, "lib", "db", "generated");
const GENERATED_STAMP = join(GENERATED, ".schema");

function fail(line) {
  process.stderr.write(`${line}\n`);
  process.exit(1);
}

function requireNode() {
  const [major, minor] = process.versions.node.split(".").map(Number);
  if (major > OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor >= OLDEST_NODE[1])) return;
  fail(`TalentFlow needs Node ${OLDEST_NODE.join(".")} or newer to start; this is ${process.versions.node}.`);
}

const hash = (...parts) => parts.reduce((sum, part) => sum.update(part), createHash("sha256")).digest("hex");
const read = (path) => (existsSync(path) ? readFileSync(path, "utf8") : "");

/** Packages: wanted is what package-lock.json says; present, when noted by us or as npm's own record tells. */
function packagesPresent(lock) {
  if (!existsSync(NODE_24)) return false;
  if (read(INSTALLED_STAMP) === hash(lock)) return true;
  const record = read(join(MODULES, ".package-lock.json"));
  if (!record) return false;
  const wanted = JSON.parse(lock).packages;
  const present = JSON.parse(record).packages;
  const same = Object.keys(wanted).every((path) => {
    if (path === "") return true; // the project itself
    if (!present[path]) return wanted[path].optional === true;
    return present[path].version === wanted[path].version;
  });
  if (same) writeFileSync(INSTALLED_STAMP, hash(lock));
  return same;
}

function installPackages(lock) {
  process.stderr.write("Installing packages (first start, about a minute) …\n");
  const options = ["ci", "--include=dev", "--no-audit", "--no-fund", "--loglevel=error"];
  const cli = process.env.npm_execpath || "";
  const own = basename(cli) === "npm-cli.js"; // the npm that runs us, if one does
  const result = own
    ? spawnSync(process.execPath, [cli, ...options], { cwd: ROOT, encoding: "utf8" })
    : spawnSync("npm", options, { cwd: ROOT, encoding: "utf8", shell: process.platform === "win32" });
  if (result.error) fail(`The packages could not be installed: npm does not run (${result.error.message}).`);
  if (result.status !== 0 || !existsSync(NODE_24)) {
    process.stderr.write(`${result.stdout}${result.stderr}`);
    fail("The packages could not be installed; npm's own words stand above.");
  }
  writeFileSync(INSTALLED_STAMP, hash(lock));
}

/** What the database client is generated from: the schema and the version of the generator. */
function schemaHash() {
  return hash(read(join(ROOT, "prisma", "schema.prisma")), read(join(MODULES, "prisma", "package.json")));
}

function generateClient() {
  const prisma = join(MODULES, "prisma", "build", "index.js");
  const result = spawnSync(NODE_24, [prisma, "generate", "--schema", "prisma/schema.prisma"], {
    cwd: ROOT,
    encoding: "utf8",
    // Generating needs no engine but insists on finding one; any program that exists will do, and nothing is downloaded.
    env: {
      ...process.env,
      PRISMA_SCHEMA_ENGINE_BINARY: NODE_24,
      PRISMA_HIDE_UPDATE_MESSAGE: "1",
      CHECKPOINT_DISABLE: "1",
    },
  });
  if (result.status !== 0) {
    process.stderr.write(`${result.stdout}${result.stderr}`);
    fail("The database client could not be generated from prisma/schema.prisma.");
  }
  writeFileSync(GENERATED_STAMP, schemaHash());
}

/** Two starts at the same moment must not install into one folder: the second waits until the first is done. */
function whileLocked(work) {
  const lock = join(tmpdir(), `talentflow-setup-${userInfo().uid}-${hash(ROOT).slice(0, 16)}`);
  const holder = join(lock, "pid");
  for (;;) {
    try {
      mkdirSync(lock);
      break;
    } catch (error) {
      if (error.code !== "EEXIST") throw error;
      const held = isAlive(Number(read(holder))) || isYoung(lock);
      if (held) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 200);
      else rmSync(lock, { recursive: true, force: true });
    }
  }
  try {
    writeFileSync(holder, String(process.pid));
    work();
  } finally {
    rmSync(lock, { recursive: true, force: true });
  }
}

function isAlive(pid) {
  if (!pid) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === "EPERM";
  }
}

/** Between making the lock and writing its holder down there is a moment. */
function isYoung(path) {
  return existsSync(path) && Date.now() - statSync(path).mtimeMs < 2000;
}

function prepare() {
  const lock = () => readFileSync(join(ROOT, "package-lock.json"), "utf8");
  const ready = () => packagesPresent(lock()) && read(GENERATED_STAMP) === schemaHash();
  if (ready()) return;
  whileLocked(() => {
    if (!packagesPresent(lock())) installPackages(lock());
    if (read(GENERATED_STAMP) !== schemaHash()) generateClient();
  });
}

/** Runs main.ts until it ends, hands signals on, and ends as it did. */
function handOver() {
  const args = process.argv.slice(2);
  // Tests must not depend on what a developer keeps in .env.
  const envFile = join(ROOT, ".env");
  const flags = existsSync(envFile) && args[0] !== "test" ? [`--env-file=${envFile}`] : [];
  const main = spawn(NODE_24, [...flags, join(ROOT, "lib", "cli", "main.ts"), ...args], {
    cwd: ROOT,
    // Hundreds of short processes load the same files: what Node makes of them is kept between them.
    env: { NODE_COMPILE_CACHE: join(MODULES, ".cache", "talentflow-compile"), ...process.env },
    // The fourth is a channel that closes when this process dies, however it dies: main.ts then stops by itself.
    stdio: ["inherit", "inherit", "inherit", "ipc"],
  });
  for (const name of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(name, () => main.kill(name));
  followNpm(() => main.kill("SIGTERM"));
  main.on("error", (error) => fail(`Node does not run from node_modules (${error.message}).`));
  main.on("exit", (code, signal) => process.exit(signal ? 1 : code));
}

/**
 * npm hands signals on, but the shell that it puts between does not, and a killed npm hands on nothing: when either of
 * them is gone, so is the person's wish to run us. Started by hand we may outlive the shell; that may be just the wish.
 */
function followNpm(gone) {
  if (!process.env.npm_lifecycle_event) return;
  const parent = lookUp(process.ppid);
  const npm = [
    { pid: process.ppid, command: parent.command },
    { pid: parent.ppid, command: lookUp(parent.ppid).command },
  ].find(({ command }) => /^npm\b|npm-cli\.js/.test(command));
  const first = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === first && (!npm || isAlive(npm.pid))) return;
    clearInterval(watch);
    gone();
  }, 200);
  watch.unref();
}

/** The parent and the command line of a process; both empty where the system does not tell. */
function lookUp(pid) {
  const unknown = { ppid: 0, command: "" };
  try {
    if (process.platform === "linux") {
      const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
      const ppid = Number(stat.slice(stat.lastIndexOf(")") + 2).split(" ")[1]);
      return { ppid, command: readFileSync(`/proc/${pid}/cmdline`, "utf8").replace(/\0/g, " ").trim() };
    }
    const { stdout } = spawnSync("ps", ["-o", "ppid=,command=", "-p", String(pid)], { encoding: "utf8" });
    const [, ppid, command] = /^\s*(\d+)\s+(.*)/.exec(stdout || "") || ["", "0", ""];
    return { ppid: Number(ppid), command };
  } catch {
    return unknown; // it is gone already, or is nobody's to look at
  }
}

requireNode();
prepare();
handOver();
