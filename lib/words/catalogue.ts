import { createTranslator, type ICUArgs, type ICUTags } from "use-intl/core";
import { ENGLISH, type Locale, type WrittenLocale } from "./locale.ts";
import { pseudo } from "./pseudo.ts";

/** Sentences by their keys, in ICU syntax. A key has no dots. */
export type Sentences = Record<string, string>;

/** What stands in a sentence's places. */
export type Params = Record<string, string | number>;

/** What a sentence needs in its places, read from the sentence itself. */
export type ParamsOf<Sentence extends string> = ICUArgs<
  Sentence,
  { ICUArgument: string | number; ICUNumberArgument: number; ICUDateArgument: Date }
>;

/** What a page draws of a sentence that has something else in it, such as a link. */
export type Drawn = ReturnType<ReturnType<typeof createTranslator>["rich"]>;

/** Says one sentence. */
export type Say<English extends Sentences> = {
  <Key extends keyof English & string>(
    key: Key,
    ...params: Record<never, never> extends ParamsOf<English[Key]>
      ? [params?: Params]
      : [params: ParamsOf<English[Key]>]
  ): string;
  /** Says one with `<tags>` in it, each of which draws what it holds. */
  rich<Key extends keyof English & string>(
    key: Key,
    params: ParamsOf<English[Key]> & ICUTags<English[Key], (chunks: Drawn) => Drawn>,
  ): Drawn;
};

/** One subject's sentences in every language. */
export type Catalogue<English extends Sentences> = {
  in(locale: Locale): Say<English>;
  /** Whether something that was stored, or came from outside, is the key of a sentence. */
  has(key: string): key is keyof English & string;
};

/**
 * Puts the languages of one subject together. Each has the keys of English, or it does not compile; the strange one is made of English.
 * A subject is a module of its own, so that a page is sent the words it says and no others.
 */
export function catalogue<const English extends Sentences>(
  written: { en: English } & Record<Exclude<WrittenLocale, "en">, Record<keyof English, string>>,
): Catalogue<English> {
  const spoken = new Map<Locale, Say<English>>();
  return {
    in(locale) {
      const say = spoken.get(locale) ?? translator(locale, sentencesOf(written, locale));
      spoken.set(locale, say);
      return say;
    },
    has: (key): key is keyof English & string => Object.hasOwn(written.en, key),
  };
}

function sentencesOf(written: Record<WrittenLocale, Sentences>, locale: Locale): Sentences {
  if (locale !== "en-XA") return written[locale];
  return Object.fromEntries(Object.entries(written[ENGLISH]).map(([key, sentence]) => [key, pseudo(sentence)]));
}

/** A sentence whose places are not filled, as of a damaged row, is said with its places open: more than nothing, and no fault of the reader's. */
function translator<English extends Sentences>(locale: Locale, messages: Sentences): Say<English> {
  const translate = createTranslator({
    locale,
    messages,
    onError: () => {},
    getMessageFallback: ({ key }) => messages[key] ?? key,
  });
  const say = (key: string, params?: object) => (translate as (key: string, params?: object) => string)(key, params);
  return Object.assign(say, { rich: translate.rich }) as Say<English>;
}
