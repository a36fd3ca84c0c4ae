"use client";

import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { Button } from "@/components/ui/button.tsx";
import { Form } from "@/components/ui/form/form.tsx";
import { FormField } from "@/components/ui/form/form-field.tsx";
import { FormProblem } from "@/components/ui/form/form-problem.tsx";
import { inWords } from "@/components/ui/form/in-words.ts";
import { useForm } from "@/components/ui/form/use-form.ts";
import { Textarea } from "@/components/ui/textarea.tsx";
import { useToast } from "@/components/ui/toast.tsx";
import { keepDataMutation } from "@/lib/client/review-queries.ts";
import { KeepDataBody, MAX_KEEP_REASON_LENGTH } from "@/lib/contract/deletion-request.ts";

/** Answers that the data is kept, with the reason that the candidate reads. */
export function KeepDataForm({ interviewId }: { interviewId: string }) {
  const router = useRouter();
  const toast = useToast();
  const keep = useMutation(keepDataMutation(interviewId));
  const form = useForm({
    schema: inWords(KeepDataBody),
    initial: { reason: "" },
    words: { reason: () => "Please write why: the candidate has a right to know." },
    send: keep.mutateAsync,
    onSent: () => {
      toast({ tone: "positive", title: "Answered: the data is kept" });
      router.refresh();
    },
  });
  return (
    <Form form={form} className="mt-5">
      <FormField form={form} name="reason" label="Why it is kept" hint="The candidate reads this.">
        <Textarea required rows={4} maxLength={MAX_KEEP_REASON_LENGTH} />
      </FormField>
      <FormProblem form={form} title="The answer was not saved" kept="written" />
      <Button type="submit" loading={form.isSending} className="self-start">
        Keep the data
      </Button>
    </Form>
  );
}
