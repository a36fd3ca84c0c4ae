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
import { useWords } from "@/components/words/use-words.ts";
import { keepDataMutation } from "@/lib/client/review-queries.ts";
import { KeepDataBody, MAX_KEEP_REASON_LENGTH } from "@/lib/contract/deletion-request.ts";
import { catalogue } from "@/lib/words/catalogue.ts";
import { deletion } from "@/lib/words/en/review/deletion.ts";

const sentences = catalogue({ en: deletion });

/** Answers that the data is kept, with the reason that the candidate reads. */
export function KeepDataForm({ interviewId }: { interviewId: string }) {
  const say = useWords(sentences);
  const router = useRouter();
  const toast = useToast();
  const keep = useMutation(keepDataMutation(interviewId));
  const form = useForm({
    schema: inWords(KeepDataBody),
    initial: { reason: "" },
    words: { reason: () => say("keep:missing") },
    send: keep.mutateAsync,
    onSent: () => {
      toast({ tone: "positive", title: say("keep:sent") });
      router.refresh();
    },
  });
  return (
    <Form form={form} className="mt-5">
      <FormField form={form} name="reason" label={say("keep:why")} hint={say("keep:hint")}>
        <Textarea required rows={4} maxLength={MAX_KEEP_REASON_LENGTH} />
      </FormField>
      <FormProblem form={form} title={say("keep:refused")} kept="written" />
      <Button type="submit" loading={form.isSending} className="self-start">
        {say("keep:send")}
      </Button>
    </Form>
  );
}
