"use client";

import { Plus } from "lucide-react";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { Alert } from "@/components/ui/alert.tsx";
import { Button } from "@/components/ui/button.tsx";
import { CopyButton } from "@/components/ui/copy-button.tsx";
import { Dialog, DialogActions } from "@/components/ui/dialog.tsx";
import { Field } from "@/components/ui/field.tsx";
import { Input } from "@/components/ui/input.tsx";
import { CreateApiKeyForm, type MadeKey } from "./create-api-key-form.tsx";

/** The button that makes a key: a form, then the key, this once. */
export function CreateApiKey() {
  const router = useRouter();
  const [open, setOpen] = useState(false);
  const [made, setMade] = useState<MadeKey | null>(null);
  const change = (next: boolean) => {
    setOpen(next);
    if (next) setMade(null);
    else if (made) router.refresh(); // not before: the list would take this button, and the key with it, away
  };
  return (
    <>
      <Button variant="primary" onClick={() => change(true)}>
        <Plus aria-hidden size={16} />
        Create key
      </Button>
      <Dialog
        open={open}
        onOpenChange={change}
        title={made ? `The key “${made.name}”` : "Create an API key"}
        description={made ? undefined : "It is shown once, when it is made."}
      >
        {made ? (
          <ShownOnce made={made} onClose={() => change(false)} />
        ) : (
          <CreateApiKeyForm onMade={setMade} onCancel={() => change(false)} />
        )}
      </Dialog>
    </>
  );
}

function ShownOnce({ made, onClose }: { made: MadeKey; onClose: () => void }) {
  return (
    <div className="flex flex-col gap-5">
      <Alert tone="caution" title="Copy it now: it is not shown again" announce="status">
        We keep only a fingerprint of it. If it gets lost, revoke it and make another one.
      </Alert>
      <div className="flex flex-wrap items-end gap-3">
        <div className="min-w-0 flex-1 basis-56">
          <Field label="API key">
            <Input readOnly value={made.key} onFocus={(event) => event.target.select()} spellCheck={false} />
          </Field>
        </div>
        <CopyButton text={made.key} variant="primary">
          Copy key
        </CopyButton>
      </div>
      <DialogActions>
        <Button onClick={onClose}>Done</Button>
      </DialogActions>
    </div>
  );
}
