"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Button } from "@/components/ui/button.tsx";
import { CopyButton } from "@/components/ui/copy-button.tsx";
import { Field } from "@/components/ui/field.tsx";
import { about } from "@/components/ui/form/field-issues.ts";
import { Form } from "@/components/ui/form/form.tsx";
import { FormField } from "@/components/ui/form/form-field.tsx";
import { FormProblem } from "@/components/ui/form/form-problem.tsx";
import { inWords } from "@/components/ui/form/in-words.ts";
import { useForm } from "@/components/ui/form/use-form.ts";
import { Input } from "@/components/ui/input.tsx";
import { Select } from "@/components/ui/select.tsx";
import { createShareMutation, shareLinksQuery } from "@/lib/client/share-links-api.ts";
import { CreateShareBody } from "@/lib/contract/v1/shares.ts";

const DAYS = [1, 3, 7, 14, 30];
const USUAL_DAYS = 7;

/** Makes a link, and shows it for this one time. */
export function ShareForm({ interviewId }: { interviewId: string }) {
  const queries = useQueryClient();
  const create = useMutation({
    ...createShareMutation(interviewId),
    onSettled: () => queries.invalidateQueries({ queryKey: shareLinksQuery(interviewId).queryKey }),
  });
  const form = useForm({
    schema: inWords(CreateShareBody),
    initial: { expires_in_days: USUAL_DAYS },
    words: { expires_in_days: about("The time") },
    send: create.mutateAsync,
  });
  const url = create.data?.url;
  return (
    <Form form={form}>
      <FormProblem form={form} title="The link was not made" />
      <div className="flex items-end gap-3">
        <div className="min-w-0 flex-1">
          <FormField form={form} name="expires_in_days" label="Open for" numeric>
            <Select>
              {DAYS.map((count) => (
                <option key={count} value={count}>
                  {count === 1 ? "1 day" : `${count} days`}
                </option>
              ))}
            </Select>
          </FormField>
        </div>
        <Button type="submit" variant={url ? "secondary" : "primary"} loading={form.isSending}>
          {url ? "Create another" : "Create link"}
        </Button>
      </div>
      {url ? <NewLink url={url} /> : null}
    </Form>
  );
}

function NewLink({ url }: { url: string }) {
  return (
    <div role="status">
      <div className="flex items-end gap-3">
        <div className="min-w-0 flex-1">
          <Field label="New link">
            <Input readOnly value={url} onFocus={(event) => event.target.select()} />
          </Field>
        </div>
        <CopyButton text={url} variant="primary">
          Copy link
        </CopyButton>
      </div>
      <p className="mt-2 text-sm text-muted">Copy it now: it is shown this once and cannot be looked up later.</p>
    </div>
  );
}
