export type Stretch = { start: number; end: number };

/** A text in which something was replaced, and the way back: what was quoted from it, as it stands in the original. */
export type Replaced = {
  text: string;
  /** The original's stretch that a quote of `text` comes from; null when the quote does not stand in `text`. */
  restore(quote: string): string | null;
};

/** Puts one stand-in in the place of every stretch (UTF-16 offsets, in any order); those that touch or overlap become one. */
export function replaceStretches(original: string, found: readonly Stretch[], standIn: string): Replaced {
  const stretches: Stretch[] = [];
  for (const { start, end } of [...found].sort((a, b) => a.start - b.start)) {
    const last = stretches.at(-1);
    if (last && start <= last.end) last.end = Math.max(last.end, end);
    else stretches.push({ start, end });
  }
  let text = "";
  let copied = 0;
  const places: { at: Stretch; from: Stretch }[] = [];
  for (const from of stretches) {
    text += original.slice(copied, from.start);
    places.push({ at: { start: text.length, end: text.length + standIn.length }, from });
    text += standIn;
    copied = from.end;
  }
  text += original.slice(copied);
  return {
    text,
    restore(quote) {
      const start = text.indexOf(quote);
      return start < 0 ? null : original.slice(originalStart(start, places), originalEnd(start + quote.length, places));
    },
  };
}

type Places = readonly { at: Stretch; from: Stretch }[];

/** A quote that begins inside the stand-in begins with the whole name. */
function originalStart(position: number, places: Places): number {
  const place = places.findLast(({ at }) => at.start <= position);
  if (place === undefined) return position;
  return position < place.at.end ? place.from.start : place.from.end + (position - place.at.end);
}

function originalEnd(position: number, places: Places): number {
  const place = places.findLast(({ at }) => at.start < position);
  if (place === undefined) return position;
  return position <= place.at.end ? place.from.end : place.from.end + (position - place.at.end);
}
