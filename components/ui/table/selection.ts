/** Which rows of a page are chosen; `ids` are those that can be, from top to bottom. */
export type Selection = {
  ids: readonly string[];
  chosen: ReadonlySet<string>;
  /** The row that was chosen last: from there a range goes. */
  last: string | null;
};

export type SelectionEvent =
  | { type: "toggle"; id: string /** With all the rows between the last one and this. */; range?: boolean }
  | { type: "toggle_all" }
  | { type: "clear" }
  /** The page shows other rows. */
  | { type: "rows"; ids: readonly string[] };

export function select(selection: Selection, event: SelectionEvent): Selection {
  const { ids, chosen } = selection;
  switch (event.type) {
    case "toggle":
      return { ids, chosen: toggled(selection, event.id, event.range ?? false), last: event.id };
    case "toggle_all":
      return { ids, chosen: new Set(chosen.size < ids.length ? ids : []), last: null };
    case "clear":
      return { ids, chosen: new Set(), last: null };
    case "rows":
      return { ...selection, ids: event.ids, chosen: new Set(event.ids.filter((id) => chosen.has(id))) };
  }
}

/** A range becomes what its end becomes. */
function toggled({ ids, chosen, last }: Selection, id: string, range: boolean): Set<string> {
  const start = range && last !== null ? ids.indexOf(last) : -1;
  const end = ids.indexOf(id);
  const touched = start === -1 ? [id] : ids.slice(Math.min(start, end), Math.max(start, end) + 1);
  const next = new Set(chosen);
  for (const one of touched) chosen.has(id) ? next.delete(one) : next.add(one);
  return next;
}
