import { CircleCheck } from "lucide-react";
import { Card } from "@/components/ui/card.tsx";
import type { RoomRecording } from "@/lib/domain/room-recording.ts";
import { StepHeading } from "./step-heading.tsx";

/** Thanks, and what happens next. */
export function DoneStep({
  organization,
  roleTitle,
  recorded,
  complete,
}: {
  organization: string;
  roleTitle: string;
  /** What of picture and voice is recorded; null where there is only what was written. */
  recorded: Pick<RoomRecording, "audio"> | null;
  complete: boolean;
}) {
  return (
    <div className="mx-auto flex max-w-lg flex-col items-center py-8 text-center sm:py-16">
      <span className="grid size-14 place-items-center rounded-card bg-positive-soft text-positive">
        <CircleCheck aria-hidden size={28} strokeWidth={1.75} />
      </span>
      <StepHeading className="mt-6">Thank you, your interview is complete</StepHeading>
      <p className="mt-3 text-muted">
        {complete
          ? `Everything ${savedWords(recorded)} is saved. You can close this page.`
          : "Your written answers are saved. A part of the recording could not be sent; we have told the people who invited you."}
      </p>
      <Card as="section" className="mt-8 w-full text-start">
        <h2 className="text-base">What happens next</h2>
        <ol className="mt-3 list-decimal space-y-2 ps-5 text-sm text-muted">
          <li>
            {recorded ? "Your recording is put together, and what" : "What"} you answered gets a first estimate, as a
            starting point.
          </li>
          <li>
            People at {organization} {recorded ? "go through both" : "read them"}. The decision about the {roleTitle}{" "}
            role is theirs.
          </li>
          <li>You hear from them. If you have a question before that, ask the people who invited you.</li>
        </ol>
      </Card>
    </div>
  );
}

function savedWords(recorded: Pick<RoomRecording, "audio"> | null): string {
  if (!recorded) return "you wrote";
  return recorded.audio ? "you said and wrote" : "that was recorded and that you wrote";
}
