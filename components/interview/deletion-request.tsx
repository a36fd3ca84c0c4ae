"use client";

import { useState } from "react";
import { Alert } from "@/components/ui/alert.tsx";
import { Button } from "@/components/ui/button.tsx";
import { Dialog, DialogActions } from "@/components/ui/dialog.tsx";
import { requestDeletion } from "@/lib/client/interview-api.ts";

type State = { name: "idle" | "sending" | "sent" } | { name: "failed"; problem: string };

/** The keyboard goes on at what stands in the place of the button that it was on. */
const focusFirst = (element: HTMLElement | null) => element?.focus();

/** A quiet way for candidates to have what is kept about them deleted. */
export function DeletionRequest({ token, organization }: { token: string; organization: string }) {
  const [open, setOpen] = useState(false);
  const [state, setState] = useState<State>({ name: "idle" });
  if (state.name === "sent") {
    return (
      <p ref={focusFirst} tabIndex={-1} role="status" className="mx-auto max-w-lg pb-8 text-center text-sm text-muted">
        Your request to delete your data has been passed on to {organization}.
      </p>
    );
  }
  const send = async () => {
    setState({ name: "sending" });
    try {
      await requestDeletion(token);
      setOpen(false);
      setState({ name: "sent" });
    } catch (error) {
      setState({ name: "failed", problem: error instanceof Error ? error.message : "Please try again." });
    }
  };
  return (
    <div className="pb-8 text-center">
      <button
        type="button"
        onClick={() => setOpen(true)}
        className="min-h-8 rounded-control px-2 text-sm text-muted underline hover:text-ink"
      >
        Ask for your data to be deleted
      </button>
      <Dialog
        open={open}
        onOpenChange={setOpen}
        title="Ask for your data to be deleted"
        description={`We tell the people at ${organization} that you want your recording, your answers and your details to be deleted. They take care of it and may write to you. It can mean that they can no longer consider you for the role.`}
      >
        {state.name === "failed" ? (
          <Alert tone="negative" title="That did not work" announce="alert">
            {state.problem}
          </Alert>
        ) : null}
        {state.name === "sending" ? (
          <p role="status" className="text-sm text-muted">
            Your request is on its way.
          </p>
        ) : null}
        <DialogActions final>
          <Button variant="primary" onClick={() => setOpen(false)}>
            Keep my data
          </Button>
          <Button loading={state.name === "sending"} onClick={send}>
            Ask for deletion
          </Button>
        </DialogActions>
      </Dialog>
    </div>
  );
}
