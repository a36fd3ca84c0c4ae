"use client";

import { TickBox } from "../tick-box.tsx";
import { useSelection } from "./selection-provider.tsx";

/** Chooses a row, on a desk; with Shift all rows since the last. Nothing stands there for a row that cannot be chosen. */
export function RowBox({ id, label }: { id: string; label: string | null }) {
  const [{ chosen }, dispatch] = useSelection();
  return (
    <div className="relative z-10 max-lg:hidden">
      {label === null ? null : (
        <TickBox
          aria-label={label}
          checked={chosen.has(id)}
          onChange={({ nativeEvent: press }) =>
            dispatch({ type: "toggle", id, range: press instanceof MouseEvent && press.shiftKey })
          }
        />
      )}
    </div>
  );
}
