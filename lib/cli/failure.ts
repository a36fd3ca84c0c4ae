import { CommanderError } from "commander";
import type { ErrorEnvelope } from "../contract/envelope.ts";
import { EnvError } from "../env.ts";
import { AppError } from "../errors.ts";
import { CliError } from "../runtime/cli-error.ts";
import { type Told, told } from "../told.ts";

/** A command that was called in the wrong way: exit code 2. */
const USAGE = 2;
const FAILED = 1;

/** `talentflow user`, say, lacks a subcommand, and its help stands on standard error already. */
const HELP_PRINTED = "commander.help";

/**
 * Says on one line of standard error what went wrong; for programs also on standard output, in the API's envelope.
 * @returns the exit code: 2 for bad options or values, 1 for everything else
 */
export function printFailure(error: unknown, asJson: boolean): number {
  if (error instanceof CommanderError && error.code === HELP_PRINTED) return USAGE;
  const { code, line, issues, exitCode } = describe(error);
  const envelope: ErrorEnvelope = { success: false, message: line, error: { code, issues } };
  if (asJson) process.stdout.write(`${JSON.stringify(envelope)}\n`);
  process.stderr.write(`talentflow: ${line}\n`);
  return exitCode;
}

type Failure = { code: string; line: string; issues: Told["issues"]; exitCode: number };

function describe(error: unknown): Failure {
  if (error instanceof CommanderError) {
    const line = oneLine(error.message.replace(/^error: /, ""));
    return { code: "usage", line, issues: [], exitCode: USAGE };
  }
  if (error instanceof EnvError) {
    return { code: "environment", line: error.problems.join("; "), issues: [], exitCode: USAGE };
  }
  if (error instanceof AppError) {
    const { code, issues, message } = told(error);
    const invalid = code === "invalid_fields";
    const line = invalid ? issues.map(({ path, message: wrong }) => `${path} ${wrong}`).join("; ") : message;
    return { code, line, issues, exitCode: invalid ? USAGE : FAILED };
  }
  if (error instanceof CliError) return { code: "failed", line: error.message, issues: [], exitCode: FAILED };
  return { code: "internal", line: explain(error), issues: [], exitCode: FAILED };
}

/** A database's own words are many lines, and the last is the one that says it. */
function explain(error: unknown): string {
  const code = error instanceof Error && "code" in error ? error.code : undefined;
  if (code === "P2021") return "The database has no tables yet. Run `talentflow migrate`.";
  const message = error instanceof Error ? error.message : String(error);
  const lines = message.split("\n").filter((line) => line.trim() !== "");
  return oneLine(lines.at(-1) ?? String(code ?? "something went wrong"));
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}
