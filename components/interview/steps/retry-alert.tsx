import type { ReactNode } from "react";
import { Alert } from "@/components/ui/alert.tsx";
import { Button } from "@/components/ui/button.tsx";
import { useWords } from "@/components/words/use-words.ts";
import { catalogue } from "@/lib/words/catalogue.ts";
import { passage } from "@/lib/words/en/room/passage.ts";

const sentences = catalogue({ en: passage });

type RetryAlertProps = {
  title: string;
  onRetry: () => void;
  /** Where the interview can go on without what is refused. */
  onLeaveOut: (() => void) | null;
  /** What was kept. */
  children: ReactNode;
};

/** Something could not be saved, and trying again may help. */
export function RetryAlert({ title, onRetry, onLeaveOut, children }: RetryAlertProps) {
  const say = useWords(sentences);
  return (
    <Alert
      tone="negative"
      title={title}
      announce="alert"
      action={
        <div className="flex flex-wrap gap-3">
          <Button size="large" onClick={onRetry}>
            {say("try_again")}
          </Button>
          {onLeaveOut ? (
            <Button size="large" variant="quiet" onClick={onLeaveOut}>
              {say("without_answer")}
            </Button>
          ) : null}
        </div>
      }
    >
      {children}
    </Alert>
  );
}
