"use client";

import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { Alert } from "@/components/ui/alert.tsx";
import { Button } from "@/components/ui/button.tsx";
import { Dialog, DialogActions } from "@/components/ui/dialog.tsx";
import { useRefusalWords } from "@/components/words/use-refusal-words.ts";
import { useWords } from "@/components/words/use-words.ts";
import { eraseMutation } from "@/lib/client/review-queries.ts";
import { catalogue } from "@/lib/words/catalogue.ts";
import { deletion } from "@/lib/words/en/review/deletion.ts";

const sentences = catalogue({ en: deletion });

type EraseCandidateProps = { candidateId: number; name: string };

/** Has everything about a candidate erased. It cannot be undone, so it is asked once more, and nothing is typed by mistake. */
export function EraseCandidate({ candidateId, name }: EraseCandidateProps) {
  const say = useWords(sentences);
  const refusal = useRefusalWords();
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
        {say("erase")}
      </Button>
      <Dialog
        open={asking}
        onOpenChange={setAsking}
        title={say("erase:title", { name })}
        description={say("erase:words")}
      >
        {erase.error ? (
          <Alert tone="negative" title={say("erase:refused")} announce="alert">
            {refusal(erase.error)}
          </Alert>
        ) : null}
        <DialogActions>
          <Button onClick={() => setAsking(false)}>{say("erase:not_now")}</Button>
          <Button variant="danger" loading={erase.isPending} onClick={() => erase.mutate()}>
            {say("erase")}
          </Button>
        </DialogActions>
      </Dialog>
    </>
  );
}
