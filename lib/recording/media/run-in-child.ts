import { fork } from "node:child_process";
import { JoinError } from "./join-error.ts";
import type { MediaReply, MediaRequest, MediaResult, MediaTask } from "./media-tasks.ts";

const CHILD = new URL("./media-child.ts", import.meta.url);
/** The queue gives a job an hour; what hangs ends before that. */
const TIME_LIMIT_MS = 55 * 60_000;
/** A recording that makes the reader run wild ends the child, not the machine. */
const HEAP_LIMIT_MIB = 512;

/**
 * Does a task on media in a process of its own: the caller stays responsive, and a crash in there is an error out here.
 * It ends with its parent. It is given neither secrets nor the database, since it reads what strangers sent.
 *
 * @throws JoinError as the task does; the disk's errors with their code; an Error when the process ended without an answer
 */
export async function runInChild<T extends MediaTask>(
  task: T,
  ...args: Extract<MediaRequest, { task: T }>["args"]
): Promise<MediaResult<T>> {
  const reply = await ask({ task, args } as MediaRequest);
  if ("error" in reply) throw revive(reply.error);
  return reply.result as MediaResult<T>;
}

function ask(request: MediaRequest): Promise<MediaReply> {
  return new Promise((resolve, reject) => {
    const child = fork(CHILD, [], {
      env: { PATH: process.env.PATH, NODE_ENV: process.env.NODE_ENV },
      execArgv: [`--max-old-space-size=${HEAP_LIMIT_MIB}`],
      timeout: TIME_LIMIT_MS,
      killSignal: "SIGKILL",
    });
    child.once("message", (reply) => resolve(reply as MediaReply));
    child.once("error", reject);
    child.once("exit", (code, signal) => reject(new Error(`The media process ended early (${signal ?? code}).`)));
    child.send(request);
  });
}

function revive({ name, message, code }: Extract<MediaReply, { error: unknown }>["error"]): Error {
  if (name === "JoinError") return new JoinError(code === "not_verified" ? code : "nothing_readable", message);
  return Object.assign(new Error(message), { name }, code === null ? {} : { code });
}
