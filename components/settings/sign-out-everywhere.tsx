"use client";

import { useMutation } from "@tanstack/react-query";
import { Alert } from "@/components/ui/alert.tsx";
import { Button } from "@/components/ui/button.tsx";
import { forgetFormDrafts } from "@/lib/client/form-draft.ts";
import { signOutEverywhereMutation } from "@/lib/client/settings-api.ts";

/** Ends every sign-in, this one too. It is undone by signing in again. */
export function SignOutEverywhere() {
  const signOut = useMutation({
    ...signOutEverywhereMutation(),
    onSuccess: () => {
      forgetFormDrafts();
      window.location.assign("/sign-in"); // a whole new page: nothing of this person's stays in memory
    },
  });
  return (
    <div className="mt-5 flex flex-col gap-5">
      {signOut.error ? (
        <Alert tone="negative" title="You are still signed in" announce="alert">
          {signOut.error.message}
        </Alert>
      ) : null}
      <Button loading={signOut.isPending} onClick={() => signOut.mutate()} className="self-start">
        Sign out everywhere
      </Button>
    </div>
  );
}
