"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Alert } from "@/components/ui/alert.tsx";
import { Button } from "@/components/ui/button.tsx";
import { LocalTime } from "@/components/ui/local-time.tsx";
import { useToast } from "@/components/ui/toast.tsx";
import { useRefusalWords } from "@/components/words/use-refusal-words.ts";
import { useWords } from "@/components/words/use-words.ts";
import { acceptLatePartsMutation, reviewQuery } from "@/lib/client/review-queries.ts";
import type { LateParts as Late } from "@/lib/contract/late-parts.ts";
import { LATE_PARTS_KEPT_DAYS } from "@/lib/domain/late-parts.ts";
import { catalogue } from "@/lib/words/catalogue.ts";
import { recording } from "@/lib/words/en/review/recording.ts";

const sentences = catalogue({ en: recording });

type LatePartsProps = { interviewId: string; late: Late; mayAccept: boolean };

/** What of a finished interview's recording has not arrived, and the way to let it come. */
export function LateParts({ interviewId, late, mayAccept }: LatePartsProps) {
  const say = useWords(sentences);
  const refusal = useRefusalWords();
  const accept = useAccept(interviewId);
  const isClosed = late.open_until === null;
  return (
    <Alert
      tone="caution"
      title={say("late:title", { waiting: late.waiting })}
      action={
        isClosed && mayAccept ? (
          <Button size="small" loading={accept.isPending} onClick={() => accept.mutate()}>
            {say("late:accept")}
          </Button>
        ) : null
      }
    >
      <LateWords until={late.open_until} mayAccept={mayAccept} />
      {accept.error ? (
        <p role="alert" className="mt-2">
          {say("late:refused")} {refusal(accept.error)}
        </p>
      ) : null}
    </Alert>
  );
}

/** @param until when what is late is taken; null: no more */
function LateWords({ until, mayAccept }: { until: string | null; mayAccept: boolean }) {
  const say = useWords(sentences);
  if (until) return say.rich("late:open", { until: () => <LocalTime at={until} format="long" /> });
  return say("late:closed", { days: LATE_PARTS_KEPT_DAYS, may: mayAccept ? "accept" : "see" });
}

function useAccept(interviewId: string) {
  const queries = useQueryClient();
  const toast = useToast();
  const say = useWords(sentences);
  return useMutation({
    ...acceptLatePartsMutation(interviewId),
    onSuccess: ({ late_parts }) => {
      queries.setQueryData(reviewQuery(interviewId).queryKey, (review) =>
        review?.recording ? { ...review, recording: { ...review.recording, late_parts } } : review,
      );
      toast({ title: say("late:accepted") });
    },
  });
}
