"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { Alert } from "@/components/ui/alert.tsx";
import { Button } from "@/components/ui/button.tsx";
import { Dialog, DialogActions } from "@/components/ui/dialog.tsx";
import { LocalTime } from "@/components/ui/local-time.tsx";
import { useRefusalWords } from "@/components/words/use-refusal-words.ts";
import { useWords } from "@/components/words/use-words.ts";
import { requestDeletion, withdrawDeletionRequest } from "@/lib/client/interview-api.ts";
import type { DeletionState } from "@/lib/domain/invitation-view.ts";
import { catalogue } from "@/lib/words/catalogue.ts";
import { deletion as words } from "@/lib/words/en/room/deletion.ts";

const sentences = catalogue({ en: words });

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
  const say = useWords(sentences);
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
          {say.rich("kept", {
            organization,
            reason: deletion.reason,
            at: () => <LocalTime at={deletion.at} format="long" />,
          })}
        </p>
      ) : null}
      <Ask token={token} organization={organization} onAsked={() => setSentAt(new Date().toISOString())} />
    </div>
  );
}

type AskedProps = { token: string; organization: string; at: string; isNew: boolean; onWithdrawn: () => void };

function Asked({ token, organization, at, isNew, onWithdrawn }: AskedProps) {
  const say = useWords(sentences);
  const { busy, problem, run } = useRequest(() => withdrawDeletionRequest(token), onWithdrawn);
  return (
    <div className="mx-auto flex max-w-lg flex-col items-center gap-4 py-8 text-center text-sm text-muted">
      <p ref={isNew ? focusFirst : undefined} tabIndex={-1} role="status">
        {say.rich("asked", { organization, at: () => <LocalTime at={at} format="long" /> })}
      </p>
      {problem ? (
        <Alert tone="negative" title={say("failed")} announce="alert">
          {problem}
        </Alert>
      ) : null}
      <Button loading={busy} onClick={run}>
        {say("withdraw")}
      </Button>
    </div>
  );
}

function Ask({ token, organization, onAsked }: { token: string; organization: string; onAsked: () => void }) {
  const say = useWords(sentences);
  const [open, setOpen] = useState(false);
  const { busy, problem, run } = useRequest(() => requestDeletion(token), onAsked);
  return (
    <>
      <button
        type="button"
        onClick={() => setOpen(true)}
        className="min-h-8 rounded-control px-2 text-sm text-muted underline hover:text-ink"
      >
        {say("ask")}
      </button>
      <Dialog open={open} onOpenChange={setOpen} title={say("ask")} description={say("ask:words", { organization })}>
        {problem ? (
          <Alert tone="negative" title={say("failed")} announce="alert">
            {problem}
          </Alert>
        ) : null}
        {busy ? (
          <p role="status" className="text-sm text-muted">
            {say("under_way")}
          </p>
        ) : null}
        <DialogActions final>
          <Button variant="primary" onClick={() => setOpen(false)}>
            {say("keep")}
          </Button>
          <Button loading={busy} onClick={run}>
            {say("confirm")}
          </Button>
        </DialogActions>
      </Dialog>
    </>
  );
}

/** One request at a time, and why it failed. */
function useRequest(send: () => Promise<unknown>, onDone: () => void) {
  const refusal = useRefusalWords();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const run = async () => {
    setBusy(true);
    setProblem(null);
    try {
      await send();
      onDone();
    } catch (error) {
      setProblem(refusal(error instanceof Error ? error : { message: null }));
    } finally {
      setBusy(false);
    }
  };
  return { busy, problem, run };
}
