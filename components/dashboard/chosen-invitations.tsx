"use client";

import { Link2, Undo2 } from "lucide-react";
import { Button } from "@/components/ui/button.tsx";
import { copyText, useCopyRefused } from "@/components/ui/copy-button.tsx";
import { useSelection } from "@/components/ui/table/selection-provider.tsx";
import { useToast } from "@/components/ui/toast.tsx";
import { useWords } from "@/components/words/use-words.ts";
import { catalogue } from "@/lib/words/catalogue.ts";
import { list } from "@/lib/words/en/interviews/list.ts";
import { useRevoke } from "./use-revoke.ts";

const sentences = catalogue({ en: list });

type OpenInvitation = { id: string; name: string; url: string };

/** What can be done with several open invitations at once. */
export function ChosenInvitations({ open }: { open: OpenInvitation[] }) {
  const say = useWords(sentences);
  const [{ chosen }, dispatch] = useSelection();
  const toast = useToast();
  const copyRefused = useCopyRefused();
  const revoke = useRevoke();
  const invitations = open.filter(({ id }) => chosen.has(id));
  const copy = async () => {
    const lines = invitations.map(({ name, url }) => `${name}\t${url}`);
    const title = say("chosen_copied", { count: lines.length });
    toast((await copyText(lines.join("\n"))) ? { title, description: say("chosen_copied:words") } : copyRefused);
  };
  const revokeAll = () => {
    revoke(invitations);
    dispatch({ type: "clear" });
  };
  return (
    <>
      <Button size="small" onClick={copy}>
        <Link2 aria-hidden size={14} />
        {say("copy_chosen")}
      </Button>
      <Button size="small" onClick={revokeAll}>
        <Undo2 aria-hidden size={14} />
        {say("revoke_chosen")}
      </Button>
    </>
  );
}
