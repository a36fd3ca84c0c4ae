"use client";

import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { Alert } from "@/components/ui/alert.tsx";
import { Button } from "@/components/ui/button.tsx";
import { Dialog, DialogActions } from "@/components/ui/dialog.tsx";
import { useToast } from "@/components/ui/toast.tsx";
import { revokeApiKeyMutation } from "@/lib/client/settings-api.ts";

/** Ends a key, after a question: a program stops at once, and no way leads back. */
export function RevokeApiKey({ id, name }: { id: string; name: string }) {
  const [open, setOpen] = useState(false);
  const router = useRouter();
  const toast = useToast();
  const revoke = useMutation({
    ...revokeApiKeyMutation(),
    onSuccess: () => {
      setOpen(false);
      toast({ title: `The key “${name}” is revoked` });
      router.refresh();
    },
  });
  return (
    <>
      <Button size="small" aria-label={`Revoke ${name}`} onClick={() => setOpen(true)}>
        Revoke
      </Button>
      <Dialog
        open={open}
        onOpenChange={setOpen}
        title={`Revoke “${name}”?`}
        description="Every program that uses this key stops working at once. It cannot be undone: you would have to make a new key and put it into those programs."
      >
        {revoke.error ? (
          <Alert tone="negative" title="The key still works" announce="alert">
            {revoke.error.message}
          </Alert>
        ) : null}
        <DialogActions>
          <Button variant="quiet" onClick={() => setOpen(false)}>
            Keep it
          </Button>
          <Button variant="danger" loading={revoke.isPending} onClick={() => revoke.mutate(id)}>
            Revoke key
          </Button>
        </DialogActions>
      </Dialog>
    </>
  );
}
