"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { Alert } from "@/components/ui/alert.tsx";
import { Button } from "@/components/ui/button.tsx";
import { Dialog, DialogActions } from "@/components/ui/dialog.tsx";
import { LocalTime } from "@/components/ui/local-time.tsx";
import { requestDeletion, withdrawDeletionRequest } from "@/lib/client/interview-api.ts";
import type { DeletionState } from "@/lib/domain/invitation-view.ts";

type DeletionRequestProps = {
  token: string;
  organization: string;
  /** As the server knows it. */
  deletion: DeletionState | null;
};

/** The keyboard goes on at what stands in the place of the button that it was on. */
const focusFirst = (element: HTMLElement | null) => element?.focus();

/** A quiet way for candidates to have what is kept about them deleted, to see what became of it, and to take it back. */
export function DeletionRequest({ token, organization, deletion }: DeletionRequestProps) {
  const [sentAt, setSentAt] = useState<string | null>(null);
  const router = useRouter();
  if (sentAt || deletion?.name === "asked") {
    return (
      <Asked
        token={token}
        organization={organization}
        at={sentAt ?? deletion?.at ?? ""}
        isNew={sentAt !== null}
        onWithdrawn={() => {
          setSentAt(null);
          router.refresh();
        }}
      />
    );
  }
  return (
    <div className="mx-auto max-w-lg py-8 text-center text-sm text-muted">
      {deletion ? (
        <p className="mb-2 break-words">
          You asked for your data to be deleted. On <LocalTime at={deletion.at} format="long" /> the people at{" "}
          {organization} answered that they keep it: “{deletion.reason}”
        </p>
      ) : null}
      <Ask token={token} organization={organization} onAsked={() => setSentAt(new Date().toISOString())} />
    </div>
  );
}

type AskedProps = { token: string; organization: string; at: string; isNew: boolean; onWithdrawn: () => void };

function Asked({ token, organization, at, isNew, onWithdrawn }: AskedProps) {
  const { busy, problem, run } = useRequest(() => withdrawDeletionRequest(token), onWithdrawn);
  return (
    <div className="mx-auto flex max-w-lg flex-col items-center gap-4 py-8 text-center text-sm text-muted">
      <p ref={isNew ? focusFirst : undefined} tabIndex={-1} role="status">
        Your request to delete your data has been passed on to {organization}, on <LocalTime at={at} format="long" />.
        Until they have answered, nothing is done with it.
      </p>
      {problem ? (
        <Alert tone="negative" title="That did not work" announce="alert">
          {problem}
        </Alert>
      ) : null}
      <Button loading={busy} onClick={run}>
        Take the request back
      </Button>
    </div>
  );
}

function Ask({ token, organization, onAsked }: { token: string; organization: string; onAsked: () => void }) {
  const [open, setOpen] = useState(false);
  const { busy, problem, run } = useRequest(() => requestDeletion(token), onAsked);
  return (
    <>
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
        description={`We tell the people at ${organization} that you want your recording, your answers and your details to be deleted, from every interview you had with them. Until they have answered, nothing is done with any of it, and you can take your request back. It can mean that they can no longer consider you for the role.`}
      >
        {problem ? (
          <Alert tone="negative" title="That did not work" announce="alert">
            {problem}
          </Alert>
        ) : null}
        {busy ? (
          <p role="status" className="text-sm text-muted">
            Your request is on its way.
          </p>
        ) : null}
        <DialogActions final>
          <Button variant="primary" onClick={() => setOpen(false)}>
            Keep my data
          </Button>
          <Button loading={busy} onClick={run}>
            Ask for deletion
          </Button>
        </DialogActions>
      </Dialog>
    </>
  );
}

/** One request at a time, and why it failed. */
function useRequest(send: () => Promise<unknown>, onDone: () => void) {
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const run = async () => {
    setBusy(true);
    setProblem(null);
    try {
      await send();
      onDone();
    } catch (error) {
      setProblem(error instanceof Error ? error.message : "Please try again.");
    } finally {
      setBusy(false);
    }
  };
  return { busy, problem, run };
}
