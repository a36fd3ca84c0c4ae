import type { ReactNode } from "react";
import { Alert } from "@/components/ui/alert.tsx";
import { Button } from "@/components/ui/button.tsx";

type RetryAlertProps = { title: string; onRetry: () => void /** What was kept. */; children: ReactNode };

/** Something could not be saved, and trying again may help. */
export function RetryAlert({ title, onRetry, children }: RetryAlertProps) {
  return (
    <Alert
      tone="negative"
      title={title}
      announce="alert"
      action={
        <Button size="large" onClick={onRetry}>
          Try again
        </Button>
      }
    >
      {children}
    </Alert>
  );
}
