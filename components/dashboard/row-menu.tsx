"use client";

import { Ellipsis, Link2, Undo2 } from "lucide-react";
import { Button } from "@/components/ui/button.tsx";
import { copyText, useCopyRefused } from "@/components/ui/copy-button.tsx";
import { Menu, MenuItem } from "@/components/ui/menu.tsx";
import { useToast } from "@/components/ui/toast.tsx";
import { useWords } from "@/components/words/use-words.ts";
import { catalogue } from "@/lib/words/catalogue.ts";
import { list } from "@/lib/words/en/interviews/list.ts";
import { useRevoke } from "./use-revoke.ts";

const sentences = catalogue({ en: list });

type RowMenuProps = { interviewId: string; name: string; url: string };

/** What can be done with an invitation that is still open. */
export function RowMenu({ interviewId, name, url }: RowMenuProps) {
  const say = useWords(sentences);
  const toast = useToast();
  const copyRefused = useCopyRefused();
  const revoke = useRevoke();
  const copy = async () => {
    toast((await copyText(url)) ? { title: say("copied", { name }) } : copyRefused);
  };
  return (
    <Menu
      trigger={
        <Button variant="quiet" size="small" iconOnly aria-label={say("actions", { name })}>
          <Ellipsis aria-hidden size={18} className="text-muted" />
        </Button>
      }
    >
      <MenuItem icon={Link2} onSelect={copy}>
        {say("copy")}
      </MenuItem>
      <MenuItem icon={Undo2} danger onSelect={() => revoke([{ id: interviewId, name }])}>
        {say("revoke")}
      </MenuItem>
    </Menu>
  );
}
