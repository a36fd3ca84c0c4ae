import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { CliError } from "../../runtime/cli-error.ts";
import { PROJECT_ROOT } from "../../runtime/project-root.ts";

const BEGIN = "<!-- eval:begin, written by `npm run eval -- --write` -->";
const END = "<!-- eval:end -->";

/** What no figure of the table says. */
export const UNANSWERED =
  "What an unanswered question does: one that was skipped, left empty, answered in under three words of content, or of the template and never asked counts as 0 in what it asks for, and an interview with one is never recommended to pass. An answer that cannot be read here (no transcript, another language, a fault of the scorer) is left out and asks for a person. With no score at all there is no number. A category that no question asks for is shown as an estimate and weighs nothing.";

/** How the figures beside people are to be read. */
export const BESIDE_PEOPLE =
  "Beside people: the set's weak, ok and excellent answers stand as grades in the middle of their thirds of the scale (16.7, 50, 83.3). Kappa takes scores with decimals (Fleiss & Cohen 1973); the mean difference is in pooled standard deviations, and under .15 where a scorer may stand beside people (Williamson, Xi & Breyer 2012). Whoever graded wrote the answers, so these figures are kinder than those of strangers would be.";

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
  await writeFile(
    path,
    betweenMarkers(await readFile(path, "utf8"), `${content}\n\n${BESIDE_PEOPLE}\n\n${UNANSWERED}`),
  );
}
