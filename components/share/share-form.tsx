"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { Alert } from "@/components/ui/alert.tsx";
import { Button } from "@/components/ui/button.tsx";
import { CopyButton } from "@/components/ui/copy-button.tsx";
import { Field } from "@/components/ui/field.tsx";
import { Input } from "@/components/ui/input.tsx";
import { Select } from "@/components/ui/select.tsx";
import { createShareMutation, shareLinksQuery } from "@/lib/client/share-links-api.ts";

const DAYS = [1, 3, 7, 14, 30];
const USUAL_DAYS = 7;

/** Makes a link, and shows it for this one time. */
export function ShareForm({ interviewId }: { interviewId: string }) {
  const queries = useQueryClient();
  const create = useMutation({
    ...createShareMutation(interviewId),
    onSettled: () => queries.invalidateQueries({ queryKey: shareLinksQuery(interviewId).queryKey }),
  });
  const [days, setDays] = useState(USUAL_DAYS);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!create.isPending) create.mutate(days);
  };
  const url = create.data?.url;
  return (
    <form onSubmit={submit} className="flex flex-col gap-5">
      {create.error ? (
        <Alert tone="negative" title="The link was not made" announce="alert">
          {create.error.message}
        </Alert>
      ) : null}
      <div className="flex items-end gap-3">
        <div className="min-w-0 flex-1">
          <Field label="Open for">
            <Select value={days} onChange={(event) => setDays(Number(event.target.value))}>
              {DAYS.map((count) => (
                <option key={count} value={count}>
                  {count === 1 ? "1 day" : `${count} days`}
                </option>
              ))}
            </Select>
          </Field>
        </div>
        <Button type="submit" variant={url ? "secondary" : "primary"} loading={create.isPending}>
          {url ? "Create another" : "Create link"}
        </Button>
      </div>
      {url ? <NewLink url={url} /> : null}
    </form>
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
