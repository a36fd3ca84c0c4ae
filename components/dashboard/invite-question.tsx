import { Alert } from "@/components/ui/alert.tsx";
import { Button, ButtonLink } from "@/components/ui/button.tsx";
import { useRefusalWords } from "@/components/words/use-refusal-words.ts";
import { useWords } from "@/components/words/use-words.ts";
import { ClientError } from "@/lib/client/fetch-json.ts";
import type { CreateInterviewBody } from "@/lib/contract/v1/new-interviews.ts";
import { catalogue } from "@/lib/words/catalogue.ts";
import { invite } from "@/lib/words/en/interviews/invite.ts";

const sentences = catalogue({ en: invite });

/** What a person says to a question about an invitation. */
export type Agreed = Partial<Pick<CreateInterviewBody, "other_name" | "allow_another">>;

/** Whether a refusal is a question that a person can answer. */
export function isQuestion(error: Error | null): error is ClientError {
  return error instanceof ClientError && (error.code === "name_differs" || error.code === "already_invited");
}

type InviteQuestionProps = { error: ClientError; name: string; onAnswer: (agreed: Agreed) => void };

/** Asks before an invitation does what may not be meant: another name for a known address, a second link to one interview. */
export function InviteQuestion({ error, name, onAnswer }: InviteQuestionProps) {
  const say = useWords(sentences);
  const refusal = useRefusalWords();
  if (error.code === "name_differs") {
    return (
      <Alert tone="caution" title={refusal(error)} announce="alert">
        <p>{say("name:words", { name })}</p>
        <p className="mt-3 flex flex-wrap gap-2">
          <Button onClick={() => onAnswer({ other_name: "keep" })}>{say("name:keep")}</Button>
          <Button onClick={() => onAnswer({ other_name: "rename" })}>{say("name:rename")}</Button>
        </p>
      </Alert>
    );
  }
  return (
    <Alert tone="caution" title={refusal(error)} announce="alert">
      <p>{say("another:words")}</p>
      <p className="mt-3 flex flex-wrap gap-2">
        {error.interviewId ? (
          <ButtonLink href={`/interviews/${error.interviewId}`}>{say("another:see")}</ButtonLink>
        ) : null}
        <Button onClick={() => onAnswer({ allow_another: true })}>{say("another:invite")}</Button>
      </p>
    </Alert>
  );
}
