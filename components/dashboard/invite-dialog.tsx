"use client";

import { UserPlus } from "lucide-react";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { Button } from "@/components/ui/button.tsx";
import { Dialog } from "@/components/ui/dialog.tsx";
import { type Invited, InviteForm, type TemplateChoice } from "./invite-form.tsx";
import { InvitedLink } from "./invited-link.tsx";

/** The button that invites somebody: a short form, then the link and the words to send. */
export function InviteButton({ templates }: { templates: TemplateChoice[] }) {
  const router = useRouter();
  const [open, setOpen] = useState(false);
  const [invited, setInvited] = useState<Invited | null>(null);
  const change = (next: boolean) => {
    setOpen(next);
    if (next) setInvited(null);
  };
  const done = (next: Invited) => {
    setInvited(next);
    router.refresh(); // the list behind the dialog has one more
  };
  return (
    <>
      <Button variant="primary" onClick={() => change(true)}>
        <UserPlus aria-hidden size={16} />
        Invite candidate
      </Button>
      <Dialog
        open={open}
        onOpenChange={change}
        title={invited ? `${invited.name} is invited` : "Invite a candidate"}
        description={
          invited
            ? "This link is theirs alone: whoever opens it takes the interview. Send it yourself; nothing was mailed."
            : "They get a personal link and take the interview when it suits them."
        }
      >
        {invited ? (
          <InvitedLink invited={invited} onAnother={() => setInvited(null)} onClose={() => change(false)} />
        ) : (
          <InviteForm templates={templates} onInvited={done} onCancel={() => change(false)} />
        )}
      </Dialog>
    </>
  );
}
