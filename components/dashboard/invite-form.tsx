"use client";

import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { Button } from "@/components/ui/button.tsx";
import { DialogActions } from "@/components/ui/dialog.tsx";
import { about } from "@/components/ui/form/field-issues.ts";
import { Form } from "@/components/ui/form/form.tsx";
import { FormField } from "@/components/ui/form/form-field.tsx";
import { FormProblem } from "@/components/ui/form/form-problem.tsx";
import { inWords } from "@/components/ui/form/in-words.ts";
import { useForm } from "@/components/ui/form/use-form.ts";
import { Input } from "@/components/ui/input.tsx";
import { Select } from "@/components/ui/select.tsx";
import { useWords } from "@/components/words/use-words.ts";
import { inviteMutation } from "@/lib/client/invitations-api.ts";
import { CreateInterviewBody } from "@/lib/contract/v1/new-interviews.ts";
import { catalogue } from "@/lib/words/catalogue.ts";
import { invite as ofInvitations } from "@/lib/words/en/interviews/invite.ts";
import { type Agreed, InviteQuestion, isQuestion } from "./invite-question.tsx";

export type TemplateChoice = { id: string; name: string };

export type Invited = { name: string; email: string; url: string; templateName: string; daysOpen: number };

const DAYS = [3, 7, 14, 30, 60];
const USUAL_DAYS = 14;

const sentences = catalogue({ en: ofInvitations });

type Values = { candidate: { name: string; email: string }; template_id: string; expires_in_days: number };

type InviteFormProps = { templates: TemplateChoice[]; onInvited: (invited: Invited) => void; onCancel: () => void };

export function InviteForm({ templates, onInvited, onCancel }: InviteFormProps) {
  const say = useWords(sentences);
  const invite = useMutation(inviteMutation());
  const [agreed, setAgreed] = useState<Agreed>({});
  const form = useForm({
    schema: inWords(CreateInterviewBody),
    initial: {
      candidate: { name: "", email: "" },
      template_id: templates[0]?.id ?? "",
      expires_in_days: USUAL_DAYS,
    },
    toBody,
    words: {
      "candidate.name": about(say("about:name")),
      "candidate.email": about(say("about:email")),
      template_id: () => say("no_template"),
      expires_in_days: about(say("about:days")),
    },
    send: invite.mutateAsync,
    onSent: ({ url }, { candidate, template_id, expires_in_days: daysOpen = USUAL_DAYS }) => {
      const templateName = templates.find(({ id }) => id === template_id)?.name ?? "";
      if (candidate) onInvited({ ...candidate, url, templateName, daysOpen });
    },
  });
  const question = isQuestion(form.problem) ? form.problem : null;
  const agree = (next: Agreed) => {
    setAgreed({ ...agreed, ...next });
    void form.submit({ ...agreed, ...next });
  };
  const ask = () => {
    setAgreed({});
    void form.submit();
  };
  return (
    // a question was about what stood there before
    <Form form={form} onSubmit={ask} onChange={() => question && form.dropProblem()}>
      {question ? (
        <InviteQuestion error={question} name={form.fields.getValues("candidate.name").trim()} onAnswer={agree} />
      ) : (
        <FormProblem form={form} title={say("refused")} kept="typed" />
      )}
      <FormField form={form} name="candidate.name" label={say("name")}>
        <Input autoComplete="off" required />
      </FormField>
      <FormField form={form} name="candidate.email" label={say("email")}>
        <Input type="email" autoComplete="off" required spellCheck={false} />
      </FormField>
      <div className="grid gap-5 sm:grid-cols-[1fr_10rem]">
        <FormField form={form} name="template_id" label={say("interview")}>
          <Select>
            {templates.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </Select>
        </FormField>
        <FormField form={form} name="expires_in_days" label={say("days")} numeric>
          <Select>
            {DAYS.map((days) => (
              <option key={days} value={days}>
                {say("days:count", { count: days })}
              </option>
            ))}
          </Select>
        </FormField>
      </div>
      <DialogActions>
        <Button variant="quiet" onClick={onCancel}>
          {say("cancel")}
        </Button>
        <Button type="submit" variant="primary" loading={form.isSending}>
          {say("create")}
        </Button>
      </DialogActions>
    </Form>
  );
}

function toBody({ template_id, ...rest }: Values) {
  return { ...rest, ...(template_id ? { template_id } : {}), other_name: "ask" };
}
