import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import { z } from "zod";
import { CliError } from "../../runtime/cli-error.ts";
import { PROJECT_ROOT } from "../../runtime/project-root.ts";

const id = z.union([z.string().min(1), z.number()], "must be given").transform(String);
const text = z.string("must be text").nullish();

const Question = z
  .object({
    question_id: id,
    type: text,
    difficulty: text,
    text: z.string("must be text").trim().min(1, "must not be empty"),
    ideal_answer: text,
    also_right: z.array(z.string("must be text"), "must be a list").nullish(),
    keywords: z.array(z.string("must be text"), "must be a list").nullish(),
    rubric_notes: text,
  })
  .transform((given) => ({
    id: given.question_id,
    text: given.text,
    type: given.type ?? "general",
    difficulty: given.difficulty ?? "medium",
    keywords: given.keywords ?? [],
    idealAnswer: given.ideal_answer ?? "",
    alsoRight: given.also_right ?? [],
    rubricNotes: given.rubric_notes ?? "",
  }));

const Answer = z.object({ question_id: id, answer: text, candidate: text }).transform((given) => ({
  questionId: given.question_id,
  text: given.answer ?? "",
  candidate: given.candidate ?? null,
}));

export type SetQuestion = z.output<typeof Question>;
/** `candidate`: a name, or null. Other fields of a line, such as a human grade, are not read. */
export type SetAnswer = z.output<typeof Answer>;
export type AnswerSet = { questions: Map<string, SetQuestion>; answers: SetAnswer[] };

/**
 * Reads questions (one JSON list) and answers (one JSON object a line).
 * @throws CliError naming the file, and the line or the question, that is not as it should be
 */
export async function readSet(questionsPath: string, answersPath: string): Promise<AnswerSet> {
  const questions = new Map<string, SetQuestion>();
  const list = parseJson(await readText(questionsPath), questionsPath);
  if (!Array.isArray(list)) throw new CliError(`${questionsPath} must hold a list of questions`);
  for (const [at, each] of list.entries()) {
    const question = check(Question, each, `${questionsPath}, question ${at + 1}`);
    if (questions.has(question.id)) throw new CliError(`${questionsPath} has question ${question.id} twice`);
    questions.set(question.id, question);
  }
  const answers = (await readLines(answersPath)).map(({ value, where }) => {
    const answer = check(Answer, value, where);
    if (questions.has(answer.questionId)) return answer;
    throw new CliError(`${where}: ${questionsPath} has no question ${answer.questionId}`);
  });
  return { questions, answers };
}

/** The objects of a JSON-lines file, each with where it stands. Only the end of a file may be blank. */
export async function readLines(path: string): Promise<{ value: unknown; where: string }[]> {
  const lines = (await readText(path)).trimEnd().split(/\r?\n/);
  if (lines.length === 1 && lines[0] === "") throw new CliError(`${path} is empty`);
  return lines.map((line, at) => {
    const where = `${path}, line ${at + 1}`;
    if (line.trim() === "") throw new CliError(`${where} is blank; every line must be one answer`);
    return { value: parseJson(line, where), where };
  });
}

/** @throws CliError with every field that is wrong */
export function check<T>(schema: z.ZodType<T>, value: unknown, where: string): T {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const wrong = parsed.error.issues.map(({ path, message }) => [...path.map(String), message].join(" "));
  throw new CliError(`${where}: ${wrong.join("; ")}`);
}

function parseJson(content: string, where: string): unknown {
  try {
    return JSON.parse(content);
  } catch (error) {
    throw new CliError(`${where} is not JSON: ${error instanceof Error ? error.message : String(error)}`);
  }
}

/** Paths count from the project's folder, where `npm run` runs. */
export async function readText(path: string): Promise<string> {
  const full = resolve(PROJECT_ROOT, path);
  try {
    return (await readFile(full, "utf8")).replace(/^\uFEFF/, "");
  } catch (error) {
    const missing = error instanceof Error && "code" in error && error.code === "ENOENT";
    if (missing) throw new CliError(`There is no file ${full}`);
    throw new CliError(`${full} cannot be read: ${error instanceof Error ? error.message : String(error)}`);
  }
}
