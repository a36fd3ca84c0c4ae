import type { z } from "zod";
import { AppError } from "../errors.ts";
import { type Told, told } from "../told.ts";
import { fieldIssues } from "../words/field-issues.ts";
import { fieldWords } from "../words/field-words.ts";

/** What whoever asked is told of a refusal, in the words of the API. */
export async function toldOf(work: Promise<unknown>): Promise<Told> {
  const refused = await work.then(
    () => null,
    (error: unknown) => error,
  );
  if (!(refused instanceof AppError)) throw refused ?? new Error("Nothing was refused.");
  return told(refused);
}

/** What the API says of a value that does not fit, one sentence for each fault. */
export function problemsOf(schema: z.ZodType, value: unknown): string[] {
  const { error } = schema.safeParse(value);
  return error ? fieldIssues(error).map((issue) => fieldWords(issue, "en")) : [];
}
