import type { ReactNode } from "react";
import { Alert } from "@/components/ui/alert.tsx";
import { Button } from "@/components/ui/button.tsx";

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
  return (
    <Alert
      tone="negative"
      title={title}
      announce="alert"
      action={
        <div className="flex flex-wrap gap-3">
          <Button size="large" onClick={onRetry}>
            Try again
          </Button>
          {onLeaveOut ? (
            <Button size="large" variant="quiet" onClick={onLeaveOut}>
              Go on without this answer
            </Button>
          ) : null}
        </div>
      }
    >
      {children}
    </Alert>
  );
}
