import { Alert } from "@/components/ui/alert.tsx";
import { Button, ButtonLink } from "@/components/ui/button.tsx";
import { ClientError } from "@/lib/client/fetch-json.ts";
import type { CreateInterviewBody } from "@/lib/contract/v1/new-interviews.ts";

/** What a person says to a question about an invitation. */
export type Agreed = Partial<Pick<CreateInterviewBody, "other_name" | "allow_another">>;

/** Whether a refusal is a question that a person can answer. */
export function isQuestion(error: Error | null): error is ClientError {
  return error instanceof ClientError && (error.code === "name_differs" || error.code === "already_invited");
}

type InviteQuestionProps = { error: ClientError; name: string; onAnswer: (agreed: Agreed) => void };

/** Asks before an invitation does what may not be meant: another name for a known address, a second link to one interview. */
export function InviteQuestion({ error, name, onAnswer }: InviteQuestionProps) {
  if (error.code === "name_differs") {
    return (
      <Alert tone="caution" title={error.message} announce="alert">
        <p>You wrote “{name}”. In their other interviews the name changes only if you say so.</p>
        <p className="mt-3 flex flex-wrap gap-2">
          <Button onClick={() => onAnswer({ other_name: "keep" })}>Only on this interview</Button>
          <Button onClick={() => onAnswer({ other_name: "rename" })}>Change it everywhere</Button>
        </p>
      </Alert>
    );
  }
  return (
    <Alert tone="caution" title={error.message} announce="alert">
      <p>A second link is an interview of its own: they could take both.</p>
      <p className="mt-3 flex flex-wrap gap-2">
        {error.interviewId ? (
          <ButtonLink href={`/interviews/${error.interviewId}`}>See the first one</ButtonLink>
        ) : null}
        <Button onClick={() => onAnswer({ allow_another: true })}>Invite once more</Button>
      </p>
    </Alert>
  );
}
