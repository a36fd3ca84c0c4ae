import { execFileSync } from "node:child_process";
import { chmodSync, chownSync, statSync } from "node:fs";
import { dirname } from "node:path";

/**
 * As whom PostgreSQL runs. It refuses to run as root, so root needs a way round:
 * - `same`: we are an ordinary user, nothing to do;
 * - `namespace`: a user namespace in which root's files appear to belong to an ordinary user. Nothing changes hands and
 *   folders that only root may enter stay within reach, but some containers forbid it;
 * - `user`: another account, which then owns the cluster's files.
 */
export type Account = { kind: "same" } | { kind: "namespace" } | { kind: "user"; uid: number; gid: number };

const NOBODY = "65534";

/** The command line that runs `program` as `account`, and what `spawn` needs to know besides. */
export function commandAs(account: Account, program: string, args: string[]) {
  if (account.kind === "namespace") {
    const map = ["--user", `--map-user=${NOBODY}`, `--map-group=${NOBODY}`, "--"];
    return { file: "unshare", args: [...map, program, ...args], ids: {} };
  }
  const ids = account.kind === "user" ? { uid: account.uid, gid: account.gid } : {};
  return { file: program, args, ids };
}

/** The accounts that may make a new cluster, the one that changes least first. */
export function* accountsFor(projectRoot: string): Generator<Account> {
  if (process.getuid?.() !== 0) {
    yield { kind: "same" };
    return;
  }
  if (process.platform === "linux") yield { kind: "namespace" };
  const owner = statSync(projectRoot);
  if (owner.uid !== 0) yield { kind: "user", uid: owner.uid, gid: owner.gid };
  const system = systemAccount();
  if (system) yield system;
}

/** The account that made the cluster in this folder: PostgreSQL starts only as the owner of its files. */
export function accountOf(clusterDir: string): Account {
  if (process.getuid?.() !== 0) return { kind: "same" };
  const { uid, gid } = statSync(clusterDir);
  return uid === 0 ? { kind: "namespace" } : { kind: "user", uid, gid };
}

/** Lets `account` own `path` and reach it through its folder, which others still cannot list. */
export function handOver(path: string, account: Account): void {
  if (account.kind !== "user") return;
  chownSync(path, account.uid, account.gid);
  chmodSync(dirname(path), 0o711);
}

/** The system's own `postgres` account, made when there is none and this machine lets us. */
function systemAccount(): Account | undefined {
  const find = (): Account => ({ kind: "user", uid: numberFrom("id", "-u"), gid: numberFrom("id", "-g") });
  try {
    return find();
  } catch {
    try {
      execFileSync("useradd", ["--system", "--user-group", "postgres"], { stdio: "ignore" });
      return find();
    } catch {
      return undefined; // no `useradd`, or it is forbidden: there is no such account to be had
    }
  }
}

function numberFrom(command: string, flag: string): number {
  return Number.parseInt(
    execFileSync(command, [flag, "postgres"], { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] }),
    10,
  );
}
