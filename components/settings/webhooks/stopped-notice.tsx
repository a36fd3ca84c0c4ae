import { Alert } from "@/components/ui/alert.tsx";
import { ButtonLink } from "@/components/ui/button.tsx";

/** Tells owners, where they look every day, that a program of theirs is no longer told. */
export function StoppedNotice({ count }: { count: number }) {
  if (count === 0) return null;
  const title = count === 1 ? "A webhook was disabled" : `${count} webhooks were disabled`;
  return (
    <div className="mb-6">
      <Alert
        tone="caution"
        title={title}
        action={
          <ButtonLink href="/settings/webhooks" size="small">
            See why
          </ButtonLink>
        }
      >
        Its receiver did not take our messages, so your program is no longer told about interviews.
      </Alert>
    </div>
  );
}
