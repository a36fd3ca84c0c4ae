"use client";

import { UserPlus } from "lucide-react";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { Button } from "@/components/ui/button.tsx";
import { Dialog } from "@/components/ui/dialog.tsx";
import { useWords } from "@/components/words/use-words.ts";
import { catalogue } from "@/lib/words/catalogue.ts";
import { invite } from "@/lib/words/en/interviews/invite.ts";
import { type Invited, InviteForm, type TemplateChoice } from "./invite-form.tsx";
import { InvitedLink } from "./invited-link.tsx";

const sentences = catalogue({ en: invite });

/** The button that invites somebody: a short form, then the link and the words to send. */
export function InviteButton({ templates }: { templates: TemplateChoice[] }) {
  const say = useWords(sentences);
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
        {say("button")}
      </Button>
      <Dialog
        open={open}
        onOpenChange={change}
        title={invited ? say("invited:title", { name: invited.name }) : say("title")}
        description={invited ? say("invited:words") : say("words")}
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
