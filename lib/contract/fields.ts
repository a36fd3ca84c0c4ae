import { z } from "zod";
import { normaliseEmail } from "../domain/email-address.ts";
import type { FieldKey } from "../words/field-words.ts";

/** Texts about people, as every door takes them: pages, the API and the command line. */

/** What is wrong with a field: a schema names the words for it and knows no language. Their limits and choices are the schema's own. */
export const says = (key: FieldKey): FieldKey => key;

/** Says that what is absent is required, and which kind it must be of what is of another. */
export const must = (be: FieldKey) => ({
  error: (issue: { input?: unknown }) => (issue.input === undefined ? says("required") : be),
});

/** For rules about several fields: they are told together with what else is wrong, as long as there is an object to look at. */
export const BESIDE_OTHERS = {
  when: ({ value }: z.core.ParsePayload) => typeof value === "object" && value !== null && !Array.isArray(value),
};

/** Line breaks and other controls forge lines in lists and logs; bidirectional overrides make a text read as another. */
const FORGING = /[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]/u;

/** Letters and signs by Unicode's classes that leave no mark on a page: fillers of Hangul, the blank of Braille. */
const BLANK = /[\u115f\u1160\u2800\u3164\uffa0]/gu;

const isVisible = (text: string) => /[\p{L}\p{N}\p{P}\p{S}]/u.test(text.replace(BLANK, ""));

/** One line of text for people to read: trimmed, with something to see in it, at most `max` UTF-16 code units. */
export function oneLine(max: number) {
  return z
    .string(must("text"))
    .trim()
    .min(1, says("not_empty"))
    .max(max, says("characters_at_most"))
    .refine((text) => text.isWellFormed() && !FORGING.test(text), says("no_controls"))
    .refine((text) => text === "" || isVisible(text), says("visible"));
}

/** An id that we gave. One that we never gave is not found rather than malformed, so any text passes. */
export const Uuid = z.string(must("text")).meta({ format: "uuid" });

export const PersonName = oneLine(200);

const LETTER = "(?:[A-Za-z0-9]|[^\\u0000-\\u007f])";
const ATOM = "(?:[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]|[^\\u0000-\\u007f])+";
/** What JSON Schema can say of an address; `normaliseEmail` knows more. */
const ADDRESS_PATTERN = `^(?!.*\\s)(?:${ATOM}(?:\\.${ATOM})*|"[^"\\\\]+")@(?:${LETTER}(?:${LETTER}|-)*\\.)+(?![0-9]+$)${LETTER}(?:${LETTER}|-)*$`;

/** In the one form by which a mailbox is known, so that one mailbox is one person. 254 octets are the longest address SMTP can carry. */
export const EmailAddress = z
  .string(must("text"))
  .max(500, says("email_too_long"))
  .meta({ pattern: ADDRESS_PATTERN, maxLength: 254 })
  .transform((text, { addIssue, value }) => {
    const address = normaliseEmail(text);
    if (address !== null) return address;
    addIssue({ code: "custom", message: says("email"), input: value });
    return z.NEVER;
  });
