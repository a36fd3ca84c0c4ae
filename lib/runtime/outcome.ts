/** What a command has to say: one object for programs, one text for people. */
export type Outcome = { json: object; text: string };

export function printOutcome({ json, text }: Outcome, asJson: boolean): void {
  process.stdout.write(`${asJson ? JSON.stringify(json) : text}\n`);
}

/** What a person should know while a command works: on standard error, so that its answer stays whole. */
export function remark(line: string): void {
  process.stderr.write(`talentflow: ${line}\n`);
}
