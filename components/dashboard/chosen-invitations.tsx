"use client";

import { Link2, Undo2 } from "lucide-react";
import { Button } from "@/components/ui/button.tsx";
import { copyText, useCopyRefused } from "@/components/ui/copy-button.tsx";
import { useSelection } from "@/components/ui/table/selection-provider.tsx";
import { useToast } from "@/components/ui/toast.tsx";
import { useRevoke } from "./use-revoke.ts";

type OpenInvitation = { id: string; name: string; url: string };

/** What can be done with several open invitations at once. */
export function ChosenInvitations({ open }: { open: OpenInvitation[] }) {
  const [{ chosen }, dispatch] = useSelection();
  const toast = useToast();
  const copyRefused = useCopyRefused();
  const revoke = useRevoke();
  const invitations = open.filter(({ id }) => chosen.has(id));
  const copy = async () => {
    const lines = invitations.map(({ name, url }) => `${name}\t${url}`);
    const title = lines.length === 1 ? "One link copied" : `${lines.length} links copied`;
    toast((await copyText(lines.join("\n"))) ? { title, description: "A line each, with the name." } : copyRefused);
  };
  const revokeAll = () => {
    revoke(invitations);
    dispatch({ type: "clear" });
  };
  return (
    <>
      <Button size="small" onClick={copy}>
        <Link2 aria-hidden size={14} />
        Copy links
      </Button>
      <Button size="small" onClick={revokeAll}>
        <Undo2 aria-hidden size={14} />
        Revoke
      </Button>
    </>
  );
}
