"use client";

import { Braces, Download, FileSpreadsheet, FileText } from "lucide-react";
import { Button } from "@/components/ui/button.tsx";
import { Menu, MenuHeader, MenuLink, MenuSeparator } from "@/components/ui/menu.tsx";
import { useWords } from "@/components/words/use-words.ts";
import { catalogue } from "@/lib/words/catalogue.ts";
import { list } from "@/lib/words/en/interviews/list.ts";
import { EXPORTS, exportAddress } from "./export-address.ts";
import type { ListFilter } from "./list-address.ts";

const sentences = catalogue({ en: list });

const ICONS = { xlsx: FileSpreadsheet, csv: FileText, jsonl: Braces };

type ExportMenuProps = {
  filter: ListFilter;
  /** Interviews that it does not hold, because their candidates ask for their data to be deleted. */
  leftOut: number;
};

/** Takes the list home, as it is filtered now. */
export function ExportMenu({ filter, leftOut }: ExportMenuProps) {
  const say = useWords(sentences);
  const narrowed = filter.search || filter.state;
  return (
    <Menu
      trigger={
        <Button>
          <Download aria-hidden size={16} />
          {say("export")}
        </Button>
      }
    >
      <MenuHeader>
        <span className="block max-w-56 text-xs text-muted">
          {narrowed ? say("export:filtered") : say("export:all")} {say("export:care")}
          {leftOut > 0 ? ` ${say("export:left_out", { count: leftOut })}` : null}
        </span>
      </MenuHeader>
      <MenuSeparator />
      {EXPORTS.map(({ format, bom, name }) => (
        <MenuLink key={name} icon={ICONS[format]} href={exportAddress(filter, format, bom)}>
          {say(`export:${name}`)}
        </MenuLink>
      ))}
    </Menu>
  );
}
