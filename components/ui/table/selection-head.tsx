"use client";

import { type ReactNode, useEffect } from "react";
import { useWords } from "@/components/words/use-words.ts";
import { catalogue } from "@/lib/words/catalogue.ts";
import { lists } from "@/lib/words/en/lists.ts";
import { Button } from "../button.tsx";
import { classNames } from "../class-names.ts";
import { isWriting } from "../is-writing.ts";
import { TickBox } from "../tick-box.tsx";
import { HEAD, TRACKS } from "./columns.ts";
import { useSelection } from "./selection-provider.tsx";

const sentences = catalogue({ en: lists });

type SelectionHeadProps = {
  actions: ReactNode;
  /** The columns' heads. */
  children: ReactNode;
};

/** The head of a list whose rows can be chosen: a box for all of them, and once some are, what can be done with them. */
export function SelectionHead({ actions, children }: SelectionHeadProps) {
  const say = useWords(sentences);
  const [{ ids, chosen }, dispatch] = useSelection();
  const count = chosen.size;
  useClearByEscape(count > 0, () => dispatch({ type: "clear" }));
  return (
    <div className={classNames("hidden min-h-10 items-center lg:grid", HEAD, TRACKS)}>
      <TickBox
        aria-label={say("choose_all")}
        checked={count > 0 && count === ids.length}
        mixed={count > 0 && count < ids.length}
        disabled={ids.length === 0}
        onChange={() => dispatch({ type: "toggle_all" })}
      />
      {count > 0 ? (
        <div className="col-span-full col-start-2 -my-px flex items-center gap-2">
          <span role="status" className="me-2 text-sm font-strong text-ink">
            {say("chosen", { count })}
          </span>
          {actions}
          <Button variant="quiet" size="small" onClick={() => dispatch({ type: "clear" })}>
            {say("clear")}
          </Button>
        </div>
      ) : (
        <div aria-hidden className="contents">
          {children}
        </div>
      )}
    </div>
  );
}

function useClearByEscape(active: boolean, clear: () => void) {
  useEffect(() => {
    if (!active) return;
    const onKey = (event: KeyboardEvent) => {
      if (event.key === "Escape" && !event.defaultPrevented && !isWriting(event)) clear();
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  });
}
