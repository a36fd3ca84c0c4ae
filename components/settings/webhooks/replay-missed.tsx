"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { Alert } from "@/components/ui/alert.tsx";
import { Button } from "@/components/ui/button.tsx";
import { Dialog, DialogActions } from "@/components/ui/dialog.tsx";
import { Field } from "@/components/ui/field.tsx";
import { Select } from "@/components/ui/select.tsx";
import { useToast } from "@/components/ui/toast.tsx";
import { replayMutation } from "@/lib/client/webhooks-api.ts";
import { replayWords } from "./words.ts";

type ReplayMissedProps = { id: string; open: boolean; onClose: () => void };

const HOUR_MS = 3_600_000;
const SPANS = [
  { label: "The last hour", ms: HOUR_MS },
  { label: "The last 24 hours", ms: 24 * HOUR_MS },
  { label: "The last 7 days", ms: 7 * 24 * HOUR_MS },
  { label: "The last 30 days", ms: 30 * 24 * HOUR_MS },
] as const;
const DEFAULT_SPAN = 1;

/** Has a webhook sent what it never got of some time. */
export function ReplayMissed({ id, open, onClose }: ReplayMissedProps) {
  const [span, setSpan] = useState<number>(DEFAULT_SPAN);
  const toast = useToast();
  const queries = useQueryClient();
  const replay = useMutation({
    ...replayMutation(id),
    onSuccess: ({ count, more }) => {
      toast(replayWords(count, more));
      onClose();
      return queries.invalidateQueries({ queryKey: ["webhooks", id, "deliveries"] });
    },
  });
  const close = () => {
    onClose();
    replay.reset();
  };
  const send = () => replay.mutate({ since: new Date(Date.now() - (SPANS[span]?.ms ?? 0)).toISOString() });
  return (
    <Dialog
      open={open}
      onOpenChange={close}
      title="Send what was missed?"
      description="Events that this webhook wants and never got: while it was disabled, before it was added, or because its receiver failed for three days. What arrived is not sent again."
    >
      <Field label="Of which time">
        <Select value={span} onChange={({ target }) => setSpan(Number(target.value))}>
          {SPANS.map((one, index) => (
            <option key={one.label} value={index}>
              {one.label}
            </option>
          ))}
        </Select>
      </Field>
      {replay.error ? (
        <Alert tone="negative" title="Nothing was sent" announce="alert">
          {replay.error.message}
        </Alert>
      ) : null}
      <DialogActions>
        <Button variant="quiet" onClick={close}>
          Not now
        </Button>
        <Button variant="primary" loading={replay.isPending} onClick={send}>
          Send them
        </Button>
      </DialogActions>
    </Dialog>
  );
}
