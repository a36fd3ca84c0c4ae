"use client";

import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { type FormEvent, useRef, useState } from "react";
import { Alert } from "@/components/ui/alert.tsx";
import { Button } from "@/components/ui/button.tsx";
import { Field } from "@/components/ui/field.tsx";
import { Textarea } from "@/components/ui/textarea.tsx";
import { useToast } from "@/components/ui/toast.tsx";
import { keepDataMutation } from "@/lib/client/review-queries.ts";
import { MAX_KEEP_REASON_LENGTH } from "@/lib/contract/deletion-request.ts";

/** Answers that the data is kept, with the reason that the candidate reads. */
export function KeepDataForm({ interviewId }: { interviewId: string }) {
  const router = useRouter();
  const toast = useToast();
  const [reason, setReason] = useState("");
  const [missing, setMissing] = useState(false);
  const field = useRef<HTMLTextAreaElement>(null);
  const keep = useMutation({
    ...keepDataMutation(interviewId),
    onSuccess: () => {
      toast({ tone: "positive", title: "Answered: the data is kept" });
      router.refresh();
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (keep.isPending) return;
    setMissing(!reason.trim());
    if (reason.trim()) keep.mutate({ reason: reason.trim() });
    else field.current?.focus();
  };
  return (
    <form onSubmit={submit} noValidate className="mt-5 flex flex-col gap-5">
      <Field
        label="Why it is kept"
        hint="The candidate reads this."
        error={missing && !reason.trim() ? "Please write why: the candidate has a right to know." : undefined}
      >
        <Textarea
          ref={field}
          required
          rows={4}
          maxLength={MAX_KEEP_REASON_LENGTH}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
      </Field>
      {keep.error ? (
        <Alert tone="negative" title="The answer was not saved" announce="alert">
          {keep.error.message} What you wrote is still here.
        </Alert>
      ) : null}
      <Button type="submit" loading={keep.isPending} className="self-start">
        Keep the data
      </Button>
    </form>
  );
}
