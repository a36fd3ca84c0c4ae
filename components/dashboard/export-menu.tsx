"use client";

import { Braces, Download, FileSpreadsheet, FileText } from "lucide-react";
import { Button } from "@/components/ui/button.tsx";
import { Menu, MenuHeader, MenuLink, MenuSeparator } from "@/components/ui/menu.tsx";
import { EXPORTS, exportAddress } from "./export-address.ts";
import type { ListFilter } from "./list-address.ts";

const ICONS = { xlsx: FileSpreadsheet, csv: FileText, jsonl: Braces };

type ExportMenuProps = {
  filter: ListFilter;
  /** Interviews that it does not hold, because their candidates ask for their data to be deleted. */
  leftOut: number;
};

/** Takes the list home, as it is filtered now. */
export function ExportMenu({ filter, leftOut }: ExportMenuProps) {
  const narrowed = filter.search || filter.state;
  return (
    <Menu
      trigger={
        <Button>
          <Download aria-hidden size={16} />
          Export
        </Button>
      }
    >
      <MenuHeader>
        <span className="block max-w-56 text-xs text-muted">
          {narrowed ? "The interviews that match your filters, all pages." : "All interviews."} Handle with care: names,
          answers and scores are in it.{leftOut > 0 ? ` ${leftOutWords(leftOut)}` : null}
        </span>
      </MenuHeader>
      <MenuSeparator />
      {EXPORTS.map(({ format, bom, label }) => (
        <MenuLink key={label} icon={ICONS[format]} href={exportAddress(filter, format, bom)}>
          {label}
        </MenuLink>
      ))}
    </Menu>
  );
}

function leftOutWords(count: number): string {
  return count === 1
    ? "One interview is left out: its candidate asks for deletion."
    : `${count} interviews are left out: their candidates ask for deletion.`;
}
