"use client";

import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { Alert } from "@/components/ui/alert.tsx";
import { Button } from "@/components/ui/button.tsx";
import { Dialog, DialogActions } from "@/components/ui/dialog.tsx";
import { eraseMutation } from "@/lib/client/review-queries.ts";

type EraseCandidateProps = { candidateId: number; name: string };

/** Has everything about a candidate erased. It cannot be undone, so it is asked once more, and nothing is typed by mistake. */
export function EraseCandidate({ candidateId, name }: EraseCandidateProps) {
  const router = useRouter();
  const [asking, setAsking] = useState(false);
  const erase = useMutation({
    ...eraseMutation(candidateId),
    onSuccess: () => {
      setAsking(false);
      router.refresh();
    },
  });
  return (
    <>
      <Button variant="danger" onClick={() => setAsking(true)} className="self-start">
        Erase everything
      </Button>
      <Dialog
        open={asking}
        onOpenChange={setAsking}
        title={`Erase everything about ${name}?`}
        description="Recordings, answers, transcripts, scores and feedback of all their interviews go, and their name and address. That there was an interview, and how it was decided, stays without a name. This cannot be undone, and backups are not reached."
      >
        {erase.error ? (
          <Alert tone="negative" title="Nothing was erased" announce="alert">
            {erase.error.message}
          </Alert>
        ) : null}
        <DialogActions>
          <Button onClick={() => setAsking(false)}>Not now</Button>
          <Button variant="danger" loading={erase.isPending} onClick={() => erase.mutate()}>
            Erase everything
          </Button>
        </DialogActions>
      </Dialog>
    </>
  );
}
