import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { CliError } from "../../cli-error.ts";
import { PROJECT_ROOT } from "../../project-root.ts";

const BEGIN = "<!-- eval:begin, written by `npm run eval -- --write` -->";
const END = "<!-- eval:end -->";

/** @throws CliError when the text has no such markers, once and in this order */
export function betweenMarkers(text: string, content: string): string {
  const [before, rest, ...more] = text.split(BEGIN);
  const [, after, ...others] = (rest ?? "").split(END);
  if (after === undefined || more.length > 0 || others.length > 0) {
    throw new CliError(`README.md must have the lines “${BEGIN}” and “${END}” once, in this order`);
  }
  return `${before}${BEGIN}\n\n${content}\n\n${END}${after}`;
}

export async function writeModelCard(content: string): Promise<void> {
  const path = join(PROJECT_ROOT, "README.md");
  await writeFile(path, betweenMarkers(await readFile(path, "utf8"), content));
}
