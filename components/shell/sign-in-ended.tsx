"use client";

import { useQueryClient } from "@tanstack/react-query";
import { type ReactNode, useEffect, useRef, useState } from "react";
import { SignInSteps } from "@/components/sign-in/sign-in-steps.tsx";
import { Dialog } from "@/components/ui/dialog.tsx";
import { useToast } from "@/components/ui/toast.tsx";
import { useWords } from "@/components/words/use-words.ts";
import { onSignInEnded } from "@/lib/client/sign-in-ended.ts";
import { catalogue } from "@/lib/words/catalogue.ts";
import { workspace } from "@/lib/words/en/workspace.ts";

const sentences = catalogue({ en: workspace });

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
  const say = useWords(sentences);
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
    toast({ title: say("again:title"), description: say("again:words") });
    void queries.invalidateQueries();
  };
  return (
    <>
      {children}
      <Dialog
        open={open}
        onOpenChange={(wanted) => (wanted ? setOpen(true) : close())}
        title={say("ended:title")}
        description={say("ended:words")}
      >
        <SignInSteps email={email} onSignedIn={goOn} />
      </Dialog>
    </>
  );
}
