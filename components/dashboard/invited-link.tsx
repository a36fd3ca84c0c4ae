"use client";

import { Mail } from "lucide-react";
import { Button } from "@/components/ui/button.tsx";
import { CopyButton } from "@/components/ui/copy-button.tsx";
import { DialogActions } from "@/components/ui/dialog.tsx";
import { Field } from "@/components/ui/field.tsx";
import { Input } from "@/components/ui/input.tsx";
import { Textarea } from "@/components/ui/textarea.tsx";
import { useWords } from "@/components/words/use-words.ts";
import { catalogue } from "@/lib/words/catalogue.ts";
import { invite } from "@/lib/words/en/interviews/invite.ts";
import { ENGLISH } from "@/lib/words/locale.ts";
import { invitationMail } from "./invitation-mail.ts";
import type { Invited } from "./invite-form.tsx";

const sentences = catalogue({ en: invite });

type InvitedLinkProps = { invited: Invited; onAnother: () => void; onClose: () => void };

/** The link that was made, and words to send it with. */
export function InvitedLink({ invited, onAnother, onClose }: InvitedLinkProps) {
  const say = useWords(sentences);
  const { subject, body } = invitationMail(invited, ENGLISH); // as the interview that it leads to
  const mailto = `mailto:${encodeURIComponent(invited.email)}?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(body)}`;
  return (
    <div className="flex flex-col gap-5">
      <div className="flex items-end gap-3">
        <div className="min-w-0 flex-1">
          <Field label={say("link")}>
            <Input readOnly value={invited.url} onFocus={(event) => event.target.select()} />
          </Field>
        </div>
        <CopyButton text={invited.url} variant="primary">
          {say("copy_link")}
        </CopyButton>
      </div>
      <Field label={say("message")}>
        <Textarea readOnly lang="en" dir="ltr" translate="no" rows={7} value={body} className="max-h-64" />
      </Field>
      <div className="flex flex-wrap gap-3">
        <CopyButton text={body}>{say("copy_message")}</CopyButton>
        <a
          href={mailto}
          className="inline-flex h-10 items-center gap-2 rounded-control px-4 text-sm font-strong hover:bg-hover"
        >
          <Mail aria-hidden size={16} />
          {say("open_mail")}
        </a>
      </div>
      <DialogActions>
        <Button variant="quiet" onClick={onAnother}>
          {say("another")}
        </Button>
        <Button onClick={onClose}>{say("done")}</Button>
      </DialogActions>
    </div>
  );
}
