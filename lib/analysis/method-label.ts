/** What a method is called wherever its scores are shown: a rubric is never called AI. */
const LABELS: Record<string, string> = {
  offline_rubric: "Rubric estimate (wording and structure, not AI)",
  openai_compatible: "AI model (a language model read each answer)",
};

export function methodLabel(method: string): string {
  return LABELS[method] ?? method;
}
