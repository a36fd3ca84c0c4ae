/** What a method is called wherever its scores are shown: a rubric is never called AI, and what is made up says so. */
export const methods = {
  offline_rubric: "Rubric estimate (wording and structure, not AI)",
  openai_compatible: "AI model (a language model read each answer)",
  sandbox: "Sandbox: made-up scores",
  // Where there is little room.
  "offline_rubric:short": "Rubric estimate",
  "openai_compatible:short": "AI model",
} as const;
