/** What forms say, whatever is asked in them. */
export const forms = {
  "kept:typed": "What you typed is still here.",
  "kept:written": "What you wrote is still here.",
  about: "{subject} {problem}.",
} as const;
