import { useState } from "react";
import { Alert } from "@/components/ui/alert.tsx";
import { Button } from "@/components/ui/button.tsx";
import { Field } from "@/components/ui/field.tsx";
import { Textarea } from "@/components/ui/textarea.tsx";
import { useRefusalWords } from "@/components/words/use-refusal-words.ts";
import { useWords } from "@/components/words/use-words.ts";
import type { HeardItem } from "@/lib/client/room/heard-items.ts";
import type { Problem } from "@/lib/client/room/room-state.ts";
import { MAX_TEXT_LENGTH } from "@/lib/contract/interview.ts";
import { catalogue } from "@/lib/words/catalogue.ts";
import { heard as words } from "@/lib/words/en/room/heard.ts";

const sentences = catalogue({ en: words });

/** What is said of it in words of its own; the server's stand for the rest. */
const OWN = {
  unknown: "offline",
  session_ended: "session_ended",
  session_limit_reached: "session_limit_reached",
} as const;

export type CorrectionProps = {
  item: HeardItem;
  language: string;
  /** Its correction is on its way, or why it did not arrive. */
  saving: "busy" | Problem | null;
  onEdit: (text: string) => void;
  onUndo: () => void;
  onConfirm: () => void;
  /** @returns whether the server has it */
  onSave: () => Promise<boolean>;
};

/** The words of one answer: right as they are, or put right. */
export function Correction({ item, language, saving, onEdit, onUndo, onConfirm, onSave }: CorrectionProps) {
  const say = useWords(sentences);
  const [missing, setMissing] = useState(false);
  const busy = saving === "busy";
  const edited = item.state === "edited";

  function save() {
    if (item.text.trim() === "") setMissing(true);
    else void onSave();
  }

  return (
    <div className="flex flex-col gap-3">
      <p dir="auto" lang={language} className="text-sm text-muted">
        {item.question}
      </p>
      <Field
        label={say("field", { number: item.number })}
        error={missing && item.text.trim() === "" ? say("empty") : null}
      >
        <Textarea
          rows={3}
          value={item.text}
          onChange={({ target }) => onEdit(target.value)}
          readOnly={busy}
          maxLength={MAX_TEXT_LENGTH}
          lang={language}
          dir="auto"
          className="max-h-[40dvh] overflow-y-auto"
        />
      </Field>
      {saving && saving !== "busy" ? <NotSaved problem={saving} /> : null}
      <div className="flex flex-wrap gap-3">
        {edited ? (
          <>
            <Button loading={busy} onClick={save}>
              {say("save")}
            </Button>
            <Button variant="quiet" disabled={busy} onClick={onUndo}>
              {say("undo")}
            </Button>
          </>
        ) : (
          <Button onClick={onConfirm}>{say("right")}</Button>
        )}
      </div>
    </div>
  );
}

function NotSaved({ problem }: { problem: Problem }) {
  const say = useWords(sentences);
  const refusal = useRefusalWords();
  const own = problem.code in OWN ? OWN[problem.code as keyof typeof OWN] : null;
  return (
    <Alert tone="caution" title={say("failed:title")} announce="alert">
      {own ? say(`failed:${own}`) : refusal(problem)} {say("kept")}
    </Alert>
  );
}
