import { createStream } from "rotating-file-stream";

const FILE = "talentflow.log";
const SIZE = "10M";
const OLD_FILES = 4; // with the newest five in all

type Level = "info" | "error";

export type LogFile = {
  /** Adds one line of a process, wrapped when it is not a JSON object already. */
  write(process: string, line: string, level?: Level): void;
  /** Adds something the supervisor itself has to tell. */
  event(message: string, fields?: Record<string, unknown>): void;
  close(): Promise<void>;
};

/**
 * `logs/talentflow.log`: JSON lines, the newest always under that name. The supervisor is its only writer, because two
 * processes that rotate one file lose lines.
 */
export function openLogFile(dir: string): LogFile {
  const name = (index: number | Date | null) => (index ? `${FILE}.${index}` : FILE);
  const stream = createStream(name, { path: dir, size: SIZE, rotate: OLD_FILES, mode: 0o600 });
  // A full disk must not take the interviews down with it; what could not be written is lost to the log alone.
  stream.on("error", (error) => process.stderr.write(`The log cannot be written: ${error.message}\n`));
  const write = (process: string, line: string, level?: Level) =>
    void stream.write(`${toJsonLine(process, line, level)}\n`);
  return {
    write,
    event: (msg, fields = {}) =>
      write("supervisor", JSON.stringify({ level: "info", ...stamped("supervisor"), ...fields, msg })),
    close: () => new Promise((resolve) => stream.end(() => resolve())),
  };
}

/** A line as it goes into the file: JSON objects as they are, anything else as the `msg` of one. */
export function toJsonLine(process: string, line: string, level: Level = "info"): string {
  if (isJsonObject(line)) return line;
  return JSON.stringify({ level, ...stamped(process), msg: line });
}

function stamped(process: string) {
  return { time: new Date().toISOString(), process };
}

function isJsonObject(line: string): boolean {
  if (!line.startsWith("{")) return false;
  try {
    const value: unknown = JSON.parse(line);
    return typeof value === "object" && value !== null;
  } catch {
    return false; // words that merely begin with a brace
  }
}
