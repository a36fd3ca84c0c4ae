import { CircleCheck } from "lucide-react";
import { Card } from "@/components/ui/card.tsx";
import { useWords } from "@/components/words/use-words.ts";
import type { RoomRecording } from "@/lib/domain/room-recording.ts";
import { catalogue } from "@/lib/words/catalogue.ts";
import { passage } from "@/lib/words/en/room/passage.ts";
import { StepHeading } from "./step-heading.tsx";

const sentences = catalogue({ en: passage });

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
  const say = useWords(sentences);
  const kind = recorded ? (recorded.audio ? "sound" : "picture") : "none";
  return (
    <div className="mx-auto flex max-w-lg flex-col items-center py-8 text-center sm:py-16">
      <span className="grid size-14 place-items-center rounded-card bg-positive-soft text-positive">
        <CircleCheck aria-hidden size={28} strokeWidth={1.75} />
      </span>
      <StepHeading className="mt-6">{say("done:title")}</StepHeading>
      <p className="mt-3 text-muted">{complete ? say("done:saved", { recorded: kind }) : say("done:part_lost")}</p>
      <Card as="section" className="mt-8 w-full text-start">
        <h2 className="text-base">{say("done:next")}</h2>
        <ol className="mt-3 list-decimal space-y-2 ps-5 text-sm text-muted">
          <li>{say("done:estimate", { recorded: kind })}</li>
          <li>{say("done:people", { organization, recorded: kind, role: roleTitle })}</li>
          <li>{say("done:hear")}</li>
        </ol>
      </Card>
    </div>
  );
}
