"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Alert } from "@/components/ui/alert.tsx";
import { Button } from "@/components/ui/button.tsx";
import { LocalTime } from "@/components/ui/local-time.tsx";
import { useToast } from "@/components/ui/toast.tsx";
import { acceptLatePartsMutation, reviewQuery } from "@/lib/client/review-queries.ts";
import type { LateParts as Late } from "@/lib/contract/late-parts.ts";
import { LATE_PARTS_KEPT_DAYS } from "@/lib/domain/late-parts.ts";

type LatePartsProps = { interviewId: string; late: Late; mayAccept: boolean };

/** What of a finished interview's recording has not arrived, and the way to let it come. */
export function LateParts({ interviewId, late, mayAccept }: LatePartsProps) {
  const accept = useAccept(interviewId);
  const isClosed = late.open_until === null;
  return (
    <Alert
      tone="caution"
      title={late.waiting === 1 ? "1 part waits at the candidate" : `${late.waiting} parts wait at the candidate`}
      action={
        isClosed && mayAccept ? (
          <Button size="small" loading={accept.isPending} onClick={() => accept.mutate()}>
            Accept late parts
          </Button>
        ) : null
      }
    >
      {late.open_until === null ? (
        `They were recorded and came too late. The browser that has them keeps them for ${LATE_PARTS_KEPT_DAYS} days and asks once an hour. ${mayAccept ? "Accepted, they become a new version of the recording." : "An owner or a recruiter can accept them."}`
      ) : (
        <>
          They were recorded and have not arrived. They are taken until <LocalTime at={late.open_until} format="long" />
          , or until somebody decides, and come by themselves when the browser that has them is opened again.
        </>
      )}
      {accept.error ? (
        <p role="alert" className="mt-2">
          They were not accepted. {accept.error.message}
        </p>
      ) : null}
    </Alert>
  );
}

function useAccept(interviewId: string) {
  const queries = useQueryClient();
  const toast = useToast();
  return useMutation({
    ...acceptLatePartsMutation(interviewId),
    onSuccess: ({ late_parts }) => {
      queries.setQueryData(reviewQuery(interviewId).queryKey, (review) =>
        review?.recording ? { ...review, recording: { ...review.recording, late_parts } } : review,
      );
      toast({ title: "Late parts are accepted" });
    },
  });
}
