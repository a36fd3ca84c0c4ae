export type Role = "encoder" | "decoder" | "joiner" | "tokens";

/** `NAME-encoder.int8.onnx`, `encoder.onnx`, `tokens.txt`, as the makers name them; a number of training epochs may stand behind the role. */
const WEIGHTS = /^(?:[\w.-]+-)?(encoder|decoder|joiner)(?:[-\w.]*?)(\.int8)?\.onnx$/;
const TOKENS = /^(?:[\w.-]+-)?tokens\.txt$/;
const WORDS = /^(?:readme|license|licence|notice)(?:\.(?:md|txt))?$/i;

/** What a file of a model is by its name; null: it is none that the engine reads. */
export function roleOf(file: string): Role | null {
  if (TOKENS.test(file)) return "tokens";
  return (WEIGHTS.exec(file)?.[1] as Role | undefined) ?? null;
}

/** Weights in whole numbers: the same said in a quarter of the space. */
export const isCompact = (file: string): boolean => WEIGHTS.exec(file)?.[2] !== undefined;

/** Whether it is kept of an archive: what the engine reads, and what says whose it is. */
export const isKept = (file: string): boolean => roleOf(file) !== null || WORDS.test(file);
