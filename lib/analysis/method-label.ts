/** What a method is called wherever its scores are shown: a rubric is never called AI, and what is made up says so. */
const LABELS: Record<string, string> = {
  offline_rubric: "Rubric estimate (wording and structure, not AI)",
  sandbox: "Sandbox: made-up scores",
  openai_compatible: "AI model (a language model read each answer)",
};

export function methodLabel(method: string): string {
  return LABELS[method] ?? method;
}
