import { createInterface } from "node:readline/promises";
import { Writable } from "node:stream";
import { text } from "node:stream/consumers";
import { AppError } from "../../errors.ts";

/**
 * A password from standard input, never from an option: those show in process lists and shell histories. Piped, it is
 * the input without its last line break; on a terminal it is asked for twice, without an echo.
 */
export async function readPassword(): Promise<string> {
  if (!process.stdin.isTTY) return (await text(process.stdin)).replace(/\r?\n$/, "");
  const password = await ask("Password: ");
  if (password === (await ask("Once more: "))) return password;
  throw new AppError("invalid_fields:passwords", { issues: [{ path: "password", key: "not_same_twice" }] });
}

/** Readline puts the terminal into raw mode and echoes by itself: to nowhere. */
async function ask(question: string): Promise<string> {
  const nowhere = new Writable({ write: (_chunk, _encoding, done) => done() });
  const terminal = createInterface({ input: process.stdin, output: nowhere, terminal: true });
  const given = new AbortController();
  terminal.once("SIGINT", () => given.abort());
  terminal.once("close", () => given.abort());
  process.stderr.write(question);
  try {
    return await terminal.question("", { signal: given.signal });
  } catch {
    throw new AppError("invalid_fields:no_password", { issues: [{ path: "password", key: "not_given" }] });
  } finally {
    terminal.close();
    process.stderr.write("\n");
  }
}
