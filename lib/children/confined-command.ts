/** A program and its arguments. */
export type Command = { file: string; args: string[] };

type Confinement = { cpuSeconds: number; addressSpaceMib?: number };

/**
 * The kernel counts the CPU time and ends the process with SIGXCPU; a second later it no longer asks. Nothing that such a process does can
 * hold that up. It dies with the thread that started it where setpriv (util-linux) can arrange that. Every limit is one that a system may
 * lack: then the others hold.
 */
const SCRIPT = `
ulimit -c 0
ulimit -S -t "$1"
ulimit -H -t "$(($1 + 1))"
[ -z "$2" ] || ulimit -v "$2" 2>/dev/null
shift 2
if setpriv --pdeathsig KILL true 2>/dev/null; then exec setpriv --pdeathsig KILL -- "$@"; fi
exec "$@"`;

/** The same command within limits that the system itself holds. Its process id is the one that was started. */
export function confined({ file, args }: Command, { cpuSeconds, addressSpaceMib }: Confinement): Command {
  if (process.platform === "win32") return { file, args }; // no such limits there: whoever started it watches
  const kibibytes = addressSpaceMib === undefined ? "" : String(addressSpaceMib * 1024);
  return { file: "/bin/sh", args: ["-c", SCRIPT, "sh", String(cpuSeconds), kibibytes, file, ...args] };
}
