import { CliError } from "../../runtime/cli-error.ts";

/** Does one step after the other and says so; the first that does not hold ends the test with its name. */
export type Steps = { run<T>(name: string, work: () => Promise<T>): Promise<T>; done(): string[] };

/** @param say where progress goes, line by line */
export function steps(say: (line: string) => void): Steps {
  const done: string[] = [];
  return {
    async run(name, work) {
      try {
        const result = await work();
        done.push(name);
        say(`✓ ${name}`);
        return result;
      } catch (error) {
        say(`✗ ${name}`);
        throw new CliError(`${name}: ${error instanceof Error ? error.message : String(error)}`);
      }
    },
    done: () => done,
  };
}

/** What must hold, or the step fails with `otherwise`. */
export function check(holds: boolean, otherwise: string): asserts holds {
  if (!holds) throw new CliError(otherwise);
}
