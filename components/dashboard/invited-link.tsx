"use client";

import { Mail } from "lucide-react";
import { Button } from "@/components/ui/button.tsx";
import { CopyButton } from "@/components/ui/copy-button.tsx";
import { DialogActions } from "@/components/ui/dialog.tsx";
import { Field } from "@/components/ui/field.tsx";
import { Input } from "@/components/ui/input.tsx";
import { Textarea } from "@/components/ui/textarea.tsx";
import { invitationMail } from "./invitation-mail.ts";
import type { Invited } from "./invite-form.tsx";

type InvitedLinkProps = { invited: Invited; onAnother: () => void; onClose: () => void };

/** The link that was made, and words to send it with. */
export function InvitedLink({ invited, onAnother, onClose }: InvitedLinkProps) {
  const { subject, body } = invitationMail(invited);
  const mailto = `mailto:${encodeURIComponent(invited.email)}?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(body)}`;
  return (
    <div className="flex flex-col gap-5">
      <div className="flex items-end gap-3">
        <div className="min-w-0 flex-1">
          <Field label="Personal link">
            <Input readOnly value={invited.url} onFocus={(event) => event.target.select()} />
          </Field>
        </div>
        <CopyButton text={invited.url} variant="primary">
          Copy link
        </CopyButton>
      </div>
      <Field label="Words to send">
        <Textarea readOnly rows={7} value={body} className="max-h-64" />
      </Field>
      <div className="flex flex-wrap gap-3">
        <CopyButton text={body}>Copy message</CopyButton>
        <a
          href={mailto}
          className="inline-flex h-10 items-center gap-2 rounded-control px-4 text-sm font-strong hover:bg-hover"
        >
          <Mail aria-hidden size={16} />
          Open in mail
        </a>
      </div>
      <DialogActions>
        <Button variant="quiet" onClick={onAnother}>
          Invite another
        </Button>
        <Button onClick={onClose}>Done</Button>
      </DialogActions>
    </div>
  );
}
