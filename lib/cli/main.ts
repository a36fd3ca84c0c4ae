import { CommanderError } from "commander";
import { makeProgram } from "./program.ts";

/** Runs one command; what goes wrong becomes one line and an exit code here, and nowhere else. */
async function main(args: string[]): Promise<void> {
  try {
    await makeProgram().parseAsync(args, { from: "user" });
  } catch (error) {
    // Help and the version leave commander as errors that are none.
    if (error instanceof CommanderError && error.exitCode === 0) return;
    const { printFailure } = await import("./failure.ts");
    process.exitCode = printFailure(error, args.includes("--json"));
  }
}

await main(process.argv.slice(2));
