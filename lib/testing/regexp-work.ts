/*
 * How much work a pattern is for an engine that backtracks, as JavaScript's do, counted instead of timed: the same on every machine. An
 * engine that is clever about where to begin does less. Understands what the product's own patterns are made of, and refuses the rest.
 */

type Go = (at: number) => boolean;
/** Matches from a position on, or back from it, and goes on where that ends. */
type Matcher = (at: number, go: Go) => boolean;
type Reading = { characters: readonly string[]; step: 1 | -1 };
type Make = (reading: Reading) => Matcher;

export class TooMuchWork extends Error {
  override readonly name = "TooMuchWork";
}

const WORD = new Set("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_");

const parsed = new WeakMap<RegExp, Make>();

let spent = 0;
let allowed = 0;

/**
 * Looks for a pattern in a text as `RegExp.test` does, from its beginning on.
 * @param most steps, after which it gives up
 * @returns whether it is found, and how many characters, boundaries and ends of the text were looked at for that
 * @throws TooMuchWork
 */
export function workOf(pattern: RegExp, text: string, most = 50_000_000): { found: boolean; steps: number } {
  const characters = pattern.flags.includes("u") ? [...text] : text.split("");
  const make = parsed.get(pattern) ?? new Parser(pattern).parse();
  parsed.set(pattern, make);
  const match = make({ characters, step: 1 });
  spent = 0;
  allowed = most;
  for (let at = 0; at <= characters.length; at++) if (match(at, () => true)) return { found: true, steps: spent };
  return { found: false, steps: spent };
}

function look(): void {
  if (++spent > allowed) throw new TooMuchWork(`more than ${allowed} steps`);
}

class Parser {
  readonly #source: string;
  readonly #flags: string;
  #at = 0;

  constructor({ source, flags }: RegExp) {
    this.#source = source;
    this.#flags = flags.replace(/[gy]/g, "");
  }

  parse(): Make {
    const whole = this.#alternatives();
    if (this.#at < this.#source.length) throw new Error(`not understood: ${this.#source.slice(this.#at)}`);
    return whole;
  }

  #alternatives(): Make {
    const all = [this.#sequence()];
    while (this.#take("|")) all.push(this.#sequence());
    return (reading) => {
      const matchers = all.map((make) => make(reading));
      return (at, go) => matchers.some((match) => match(at, go));
    };
  }

  #sequence(): Make {
    const terms: Make[] = [];
    while (this.#at < this.#source.length && !"|)".includes(this.#source[this.#at] ?? "")) terms.push(this.#term());
    return (reading) => {
      const matchers = terms.map((make) => make(reading));
      if (reading.step === -1) matchers.reverse();
      return matchers.reduceRight<Matcher>(
        (rest, match) => (at, go) => match(at, (end) => rest(end, go)),
        (at, go) => go(at),
      );
    };
  }

  #term(): Make {
    if (this.#take("^")) return edge((at) => at === 0);
    if (this.#take("$")) return edge((at, { length }) => at === length);
    if (this.#take("\\b")) return edge((at, all) => isWord(all[at - 1]) !== isWord(all[at]));
    if (this.#take("(?=")) return around(this.#group(), 1, true);
    if (this.#take("(?!")) return around(this.#group(), 1, false);
    if (this.#take("(?<=")) return around(this.#group(), -1, true);
    if (this.#take("(?<!")) return around(this.#group(), -1, false);
    const isGroup = this.#take("(?:") || (!this.#source.startsWith("(?", this.#at) && this.#take("("));
    return this.#repeated(isGroup ? this.#group() : this.#character());
  }

  #group(): Make {
    const inside = this.#alternatives();
    if (!this.#take(")")) throw new Error("a group has no end");
    return inside;
  }

  #character(): Make {
    const [text] = this.#next(/\[(?:\\.|[^\]\\])*\]|\\[pPu]\{[^}]*\}|\\u[0-9a-f]{4}|\\\D|[^|()?*+{}[\]\\]/suy);
    const test = new RegExp(`^${text}$`, this.#flags);
    const known = new Map<string, boolean>();
    return ({ characters, step }) =>
      (at, go) => {
        look();
        const character = characters[step === 1 ? at : at - 1];
        if (character === undefined) return false;
        const fits = known.get(character) ?? test.test(character);
        known.set(character, fits);
        return fits && go(at + step);
      };
  }

  #repeated(atom: Make): Make {
    const [quantifier] = this.#next(/(?:[*+?]|\{\d+(?:,\d*)?\})?\??/y);
    if (quantifier === "") return atom;
    const [least, most] = boundsOf(quantifier);
    const isLazy = quantifier.length > 1 && quantifier.endsWith("?");
    return (reading) => {
      const match = atom(reading);
      const from = (at: number, done: number, go: Go): boolean => {
        const more = () => done < most && match(at, (end) => (end !== at || done < least) && from(end, done + 1, go));
        if (done < least) return more();
        return isLazy ? go(at) || more() : more() || go(at);
      };
      return (at, go) => from(at, 0, go);
    };
  }

  #take(text: string): boolean {
    if (!this.#source.startsWith(text, this.#at)) return false;
    this.#at += text.length;
    return true;
  }

  #next(pattern: RegExp): RegExpExecArray {
    pattern.lastIndex = this.#at;
    const found = pattern.exec(this.#source);
    if (!found) throw new Error(`not understood: ${this.#source.slice(this.#at, this.#at + 20)}`);
    this.#at += found[0].length;
    return found;
  }
}

function edge(holds: (at: number, characters: readonly string[]) => boolean): Make {
  return ({ characters }) =>
    (at, go) => {
      look();
      return holds(at, characters) && go(at);
    };
}

function around(make: Make, step: 1 | -1, wanted: boolean): Make {
  return ({ characters }) => {
    const match = make({ characters, step });
    return (at, go) => match(at, () => true) === wanted && go(at);
  };
}

function boundsOf(quantifier: string): [number, number] {
  if (quantifier[0] === "*") return [0, Number.POSITIVE_INFINITY];
  if (quantifier[0] === "+") return [1, Number.POSITIVE_INFINITY];
  if (quantifier[0] === "?") return [0, 1];
  const [, least = "0", comma, most] = /^\{(\d+)(,?)(\d*)/.exec(quantifier) ?? [];
  if (!comma) return [Number(least), Number(least)];
  return [Number(least), most ? Number(most) : Number.POSITIVE_INFINITY];
}

function isWord(character: string | undefined): boolean {
  return character !== undefined && WORD.has(character);
}
