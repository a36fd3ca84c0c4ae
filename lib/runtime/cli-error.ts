/** What a person can put right: shown as it is, one line each, without a stack. */
export class CliError extends Error {
  override readonly name = "CliError";
}
