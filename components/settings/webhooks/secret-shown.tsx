"use client";

import { Alert } from "@/components/ui/alert.tsx";
import { Button } from "@/components/ui/button.tsx";
import { CopyButton } from "@/components/ui/copy-button.tsx";
import { DialogActions } from "@/components/ui/dialog.tsx";
import { Field } from "@/components/ui/field.tsx";
import { Input } from "@/components/ui/input.tsx";

/** A webhook's secret, this once. */
export function SecretShown({ secret, onClose }: { secret: string; onClose: () => void }) {
  return (
    <div className="flex flex-col gap-5">
      <Alert tone="caution" title="Copy it now: it is not shown again" announce="status">
        Your program checks with it that a message is from us and has not been changed. If it gets lost, give the
        webhook a new one.
      </Alert>
      <div className="flex flex-wrap items-end gap-3">
        <div className="min-w-0 flex-1 basis-56">
          <Field label="Signing secret">
            <Input readOnly value={secret} onFocus={(event) => event.target.select()} spellCheck={false} />
          </Field>
        </div>
        <CopyButton text={secret} variant="primary">
          Copy secret
        </CopyButton>
      </div>
      <DialogActions>
        <Button onClick={onClose}>Done</Button>
      </DialogActions>
    </div>
  );
}
