"use client";

import { useQueryClient } from "@tanstack/react-query";
import { type ReactNode, useEffect, useRef, useState } from "react";
import { SignInSteps } from "@/components/sign-in/sign-in-steps.tsx";
import { Dialog } from "@/components/ui/dialog.tsx";
import { useToast } from "@/components/ui/toast.tsx";
import { onSignInEnded } from "@/lib/client/sign-in-ended.ts";

type SignInEndedProps = {
  /** Whose pages these are: they sign in here again, and nobody else. */
  email: string;
  children: ReactNode;
};

/**
 * Around every page of the recruiters: when the server says that nobody is signed in any more, they sign in over the page, and
 * what they have written there is still there to be sent. Closed, it comes back with the next thing they send.
 */
export function SignInEnded({ email, children }: SignInEndedProps) {
  const [open, setOpen] = useState(false);
  const closed = useRef(false);
  const queries = useQueryClient();
  const toast = useToast();
  useEffect(
    () =>
      onSignInEnded((byWrite) => {
        if (byWrite || !closed.current) setOpen(true);
      }),
    [],
  );
  const close = () => {
    closed.current = true;
    setOpen(false);
  };
  const goOn = () => {
    closed.current = false;
    setOpen(false);
    toast({ title: "You are signed in again", description: "What you wrote is still here. Send it once more." });
    void queries.invalidateQueries();
  };
  return (
    <>
      {children}
      <Dialog
        open={open}
        onOpenChange={(wanted) => (wanted ? setOpen(true) : close())}
        title="Your sign-in has ended"
        description="Nothing was done here for a long time, or you were signed out in another window. What you wrote on this page is still here: sign in, then send it again."
      >
        <SignInSteps email={email} onSignedIn={goOn} />
      </Dialog>
    </>
  );
}
