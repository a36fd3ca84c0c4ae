/** The parameters of a page's address. */
export type AddressParams = Record<string, string | string[] | undefined>;

/** A filter in an address: the name that it has there, and what a text there means; undefined: nothing. */
type Filter<Value extends string> = { name: string; read: (text: string) => Value | undefined };

/** Words to look for. */
export function words(name: string): Filter<string> {
  return { name, read: (text) => text };
}

/** One of these. */
export function oneOf<Value extends string>(name: string, values: readonly Value[]): Filter<Value> {
  return { name, read: (text) => values.find((value) => value === text) };
}

/** Where a page of any list begins: at a cursor that another page of it gave. */
const PAGE = { older: words("older"), newer: words("newer") };

type Read<Filters> = {
  [Key in keyof Filters]?: Filters[Key] extends Filter<infer Value> ? Value | undefined : never;
};

const MAX_LENGTH = 200;
/** Of what makes no sense, and is only told. */
const TOLD_LENGTH = 40;

/**
 * How the filters of a list, and the page of it that is shown, stand in the address of its page, so that a list can be sent, kept and gone
 * back to.
 */
export function listAddressOf<Filters extends Record<string, Filter<string>>>(path: string, filters: Filters) {
  const all: Record<string, Filter<string>> = { ...filters, ...PAGE };
  return {
    /** Reads an address; what makes no sense is as if it were not there. */
    parse(params: AddressParams): Read<Filters & typeof PAGE> {
      const read = Object.entries(all).map(([key, { name, read }]) => {
        const text = textIn(params, name);
        return [key, text === undefined ? undefined : read(text.slice(0, MAX_LENGTH))];
      });
      return Object.fromEntries(read);
    },

    format(chosen: Read<Filters & typeof PAGE>): string {
      const texts: Record<string, string | undefined> = chosen;
      const params = new URLSearchParams();
      for (const [key, { name }] of Object.entries(all)) if (texts[key]) params.set(name, texts[key]);
      const query = params.toString();
      return query ? `${path}?${query}` : path;
    },

    /** What an address asks of a filter that has no such thing, or null; shortened. */
    misread(params: AddressParams, filter: keyof Filters & string): string | null {
      const { name = "", read } = all[filter] ?? {};
      const text = textIn(params, name);
      return text === undefined || read?.(text) !== undefined ? null : text.slice(0, TOLD_LENGTH);
    },
  };
}

function textIn(params: AddressParams, name: string): string | undefined {
  const value = params[name];
  return typeof value === "string" && value !== "" ? value : undefined;
}
