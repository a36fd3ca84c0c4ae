import { z } from "zod";

/** Texts about people, as every door takes them: pages, the API and the command line. */

/** Says `is required` for what is absent and `must be …` for what is of the wrong kind. */
export const must = (be: string) => ({
  error: (issue: { input?: unknown }) => (issue.input === undefined ? "is required" : `must be ${be}`),
});

/** Line breaks and other controls forge lines in lists and logs; bidirectional overrides make a text read as another. */
const FORGING = /[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]/u;

/** One line of text for people to read: trimmed, not empty, at most `max` UTF-16 code units. */
export function oneLine(max: number) {
  return z
    .string(must("a text"))
    .trim()
    .min(1, "must not be empty")
    .max(max, `must have at most ${max} characters`)
    .refine((text) => text.isWellFormed() && !FORGING.test(text), "must not contain control characters");
}

export const PersonName = oneLine(200);

/** Trimmed and in lower case, so that one mailbox is one person. 254 is the longest address SMTP can carry. */
export const EmailAddress = z
  .string(must("a text"))
  .trim()
  .toLowerCase()
  .max(254, "must have at most 254 characters")
  .pipe(z.email("must be an e-mail address such as ada@example.com"));
