import { createTranslator } from "use-intl/core";
import { expect, test } from "vitest";
import { audit } from "./en/audit.ts";
import { consent } from "./en/consent.ts";
import { deliveries } from "./en/deliveries.ts";
import { devices } from "./en/devices.ts";
import { errors } from "./en/errors.ts";
import { events } from "./en/events.ts";
import { failures } from "./en/failures.ts";
import { fields } from "./en/fields.ts";
import { flags } from "./en/flags.ts";
import { look } from "./en/look.ts";
import { measures } from "./en/measures.ts";
import { methods } from "./en/methods.ts";
import { people } from "./en/people.ts";
import { pseudo } from "./pseudo.ts";

const WRITTEN = {
  audit,
  consent,
  deliveries,
  devices,
  errors,
  events,
  failures,
  fields,
  flags,
  look,
  measures,
  methods,
  people,
};
const SENTENCES = Object.entries(WRITTEN).flatMap(([subject, sentences]) =>
  Object.entries(sentences).map(([key, sentence]): [string, string] => [`${subject} ${key}`, sentence]),
);

/** Says a sentence, whatever its places are called: `7` stands in every one. */
function say(sentence: string): string {
  const names = [...sentence.matchAll(/\{(\w+)/g)].map(([, name = ""]) => name);
  const faults: unknown[] = [];
  const translate = createTranslator({
    locale: "en",
    messages: { it: sentence },
    onError: (fault) => faults.push(fault),
  });
  const said = (translate as (key: string, params: object) => string)(
    "it",
    Object.fromEntries(names.map((name) => [name, 7])),
  );
  expect(faults).toEqual([]);
  return said;
}

test("letters are accented, and the whole is 40 % longer and between brackets", () => {
  expect(pseudo("Sign in")).toBe("⟦Šííğñ ííñ⟧");
  expect(pseudo("by")).toBe("⟦ƀý⟧");
  expect(pseudo("")).toBe("");
});

test.each([
  ["an argument", "Hello {name}", "⟦Ĥééĺĺóó {name}⟧"],
  ["a number's style", "{seconds, number, ::.0 group-off} s", "⟦{seconds, number, ::.0 group-off} š⟧"],
  ["a choice and its options", "{n, plural, =1 {one} other {# men}}", "⟦{n, plural, =1 {óóñéé} other {# ɱééñ}}⟧"],
  [
    "a choice in a choice",
    "{a, select, x {{b} it} other {{b, plural, other {no}}}}",
    "⟦{a, select, x {{b} ííţ} other {{b, plural, other {ñóó}}}}⟧",
  ],
  ["tags", "Read <b>this</b>", "⟦Ŕééááđ <b>ţĥííš</b>⟧"],
  ["what is quoted", "'{not} an argument' at all", "⟦'{not} an argument' ááţ ááĺĺ⟧"],
  ["an apostrophe", "It isn't", "⟦ÍÍţ ííšñ'ţ⟧"],
])("%s stays", (_, message, strange) => {
  expect(pseudo(message)).toBe(strange);
});

test.each(SENTENCES)(
  "%s: can be said, in English and in strange, and the strange one is longer and has no English in it",
  (_, sentence) => {
    const [plain, strange] = [say(sentence), say(pseudo(sentence))];
    expect(plain).not.toMatch(/[{}]/);
    expect(strange).toMatch(/^⟦[^{}]*⟧$/u);
    expect(strange).not.toMatch(/[A-Za-z]{2}/);
    expect(strange.length).toBeGreaterThanOrEqual(plain.length * 1.25);
  },
);

test.each(["{", "{a, plural, other {x}"])("what is no ICU syntax is refused: %s", (message) => {
  expect(() => pseudo(message)).toThrow();
});
