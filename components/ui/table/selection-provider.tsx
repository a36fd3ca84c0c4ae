"use client";

import { createContext, type Dispatch, type ReactNode, useContext, useEffect, useReducer } from "react";
import { type Selection, type SelectionEvent, select } from "./selection.ts";

const NONE: Selection = { ids: [], chosen: new Set(), last: null };

const SelectionContext = createContext<[Selection, Dispatch<SelectionEvent>]>([NONE, () => {}]);

/** Which rows of the list around are chosen, and how that changes. */
export function useSelection(): [Selection, Dispatch<SelectionEvent>] {
  return useContext(SelectionContext);
}

/** @param ids of the rows that can be chosen, from top to bottom */
export function SelectionProvider({ ids, children }: { ids: string[]; children: ReactNode }) {
  const selection = useReducer(select, { ...NONE, ids });
  const [, dispatch] = selection;
  const known = ids.join();
  // biome-ignore lint/correctness/useExhaustiveDependencies: the same ids may come in another array
  useEffect(() => dispatch({ type: "rows", ids }), [known, dispatch]);
  return <SelectionContext value={selection}>{children}</SelectionContext>;
}
