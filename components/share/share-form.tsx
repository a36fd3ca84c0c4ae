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
import { useWords } from "@/components/words/use-words.ts";
import { createShareMutation, shareLinksQuery } from "@/lib/client/share-links-api.ts";
import { CreateShareBody } from "@/lib/contract/v1/shares.ts";
import { catalogue } from "@/lib/words/catalogue.ts";
import { sharing } from "@/lib/words/en/review/sharing.ts";

const sentences = catalogue({ en: sharing });

const DAYS = [1, 3, 7, 14, 30];
const USUAL_DAYS = 7;

/** Makes a link, and shows it for this one time. */
export function ShareForm({ interviewId }: { interviewId: string }) {
  const say = useWords(sentences);
  const queries = useQueryClient();
  const create = useMutation({
    ...createShareMutation(interviewId),
    onSettled: () => queries.invalidateQueries({ queryKey: shareLinksQuery(interviewId).queryKey }),
  });
  const form = useForm({
    schema: inWords(CreateShareBody),
    initial: { expires_in_days: USUAL_DAYS },
    words: { expires_in_days: about(say("form:about_time")) },
    send: create.mutateAsync,
  });
  const url = create.data?.url;
  return (
    <Form form={form}>
      <FormProblem form={form} title={say("form:refused")} />
      <div className="flex items-end gap-3">
        <div className="min-w-0 flex-1">
          <FormField form={form} name="expires_in_days" label={say("form:time")} numeric>
            <Select>
              {DAYS.map((count) => (
                <option key={count} value={count}>
                  {say("form:days", { count })}
                </option>
              ))}
            </Select>
          </FormField>
        </div>
        <Button type="submit" variant={url ? "secondary" : "primary"} loading={form.isSending}>
          {url ? say("form:another") : say("form:create")}
        </Button>
      </div>
      {url ? <NewLink url={url} /> : null}
    </Form>
  );
}

function NewLink({ url }: { url: string }) {
  const say = useWords(sentences);
  return (
    <div role="status">
      <div className="flex items-end gap-3">
        <div className="min-w-0 flex-1">
          <Field label={say("new")}>
            <Input readOnly value={url} onFocus={(event) => event.target.select()} />
          </Field>
        </div>
        <CopyButton text={url} variant="primary">
          {say("copy")}
        </CopyButton>
      </div>
      <p className="mt-2 text-sm text-muted">{say("copy:now")}</p>
    </div>
  );
}
