import { Clock, Eye, type LucideIcon, Scale, Video, WifiOff } from "lucide-react";
import { useState } from "react";
import { Alert } from "@/components/ui/alert.tsx";
import { Button } from "@/components/ui/button.tsx";
import { Card } from "@/components/ui/card.tsx";
import { Checkbox } from "@/components/ui/checkbox.tsx";
import { LocalTime } from "@/components/ui/local-time.tsx";
import type { Problem } from "@/lib/client/room/room-state.ts";
import type { OpenInvitation } from "@/lib/domain/invitation-view.ts";
import type { RoomRecording } from "@/lib/domain/room-recording.ts";
import { problemWords } from "./problem-words.ts";
import { StepHeading } from "./step-heading.tsx";

type WelcomeStepProps = {
  invitation: OpenInvitation;
  busy: boolean;
  /** The agreement cannot be brought to the server for now. */
  struggling: boolean;
  problem: Problem | null;
  onAgree: () => void;
};

/** Who asks, for what, how long, what is recorded and what becomes of it; then the consent. */
export function WelcomeStep({ invitation, busy, struggling, problem, onAgree }: WelcomeStepProps) {
  const [ticked, setTicked] = useState(false);
  const [missing, setMissing] = useState(false);
  const { organization, roleTitle, candidateName, recording, agreed } = invitation; // agreed on an earlier visit: nothing to tick

  function agree() {
    if (agreed || ticked) onAgree();
    else setMissing(true);
  }

  return (
    <>
      <StepHeading still>Hello {candidateName}, good to have you here</StepHeading>
      <p className="mt-3 max-w-prose text-lg text-muted">
        {organization} invites you to {kindOf(recording)} interview for the role <b className="text-ink">{roleTitle}</b>
        . Your link works until <LocalTime at={invitation.openUntil} format="long" />.
      </p>
      <Card className="mt-8" as="section" aria-label="What to expect">
        <ul className="grid gap-6">
          {facts(invitation).map(({ icon: Icon, title, words }) => (
            <li key={title} className="flex gap-4">
              <Icon aria-hidden size={22} strokeWidth={1.75} className="mt-0.5 shrink-0 text-accent" />
              <div>
                <h2 className="text-base">{title}</h2>
                <p className="mt-1 text-sm text-muted">{words}</p>
              </div>
            </li>
          ))}
        </ul>
      </Card>
      <div className="mt-8 flex flex-col gap-6">
        {agreed ? (
          <p className="text-sm text-muted">You have already agreed to this.</p>
        ) : (
          <Checkbox
            label={invitation.notice.agreement}
            checked={ticked}
            onChange={(event) => {
              setTicked(event.target.checked);
              setMissing(false);
            }}
            error={missing ? "Please tick this box first: without your agreement nothing may be kept." : null}
            required
          />
        )}
        {problem ? (
          <Alert tone="negative" title="Your agreement could not be saved" announce="alert">
            {problemWords(problem)} Nothing is recorded or kept yet. Please try again.
          </Alert>
        ) : null}
        <Button
          variant="primary"
          size="large"
          loading={busy}
          onClick={agree}
          className="w-full sm:w-auto sm:self-start"
        >
          {agreed ? "Continue" : "Agree and continue"}
        </Button>
        <p role="status" className="text-sm text-muted empty:hidden">
          {busy ? waitingWords(struggling) : null}
        </p>
      </div>
    </>
  );
}

const waitingWords = (struggling: boolean) =>
  struggling
    ? "The server cannot be reached. Nothing is recorded yet: this page keeps trying and goes on as soon as your agreement is saved."
    : "Saving your agreement";

function kindOf({ audio, video }: RoomRecording): string {
  return audio || video ? "a recorded" : "a written";
}

const ICONS = { recording: Video, audience: Eye, scoring: Scale } as const;

/** What is agreed to comes from the server, word by word; the rest is for orientation. */
function facts({
  questionCount,
  minutes,
  notice,
}: OpenInvitation): { icon: LucideIcon; title: string; words: string }[] {
  const count = questionCount === 1 ? "One question" : `${questionCount} questions`;
  return [
    {
      icon: Clock,
      title: `${count}, about ${minutes} minutes`,
      words: "They are asked one after the other. You may think before each answer, and nothing is cut off.",
    },
    ...notice.facts.map(({ about, title, words }) => ({ icon: ICONS[about], title, words })),
    {
      icon: WifiOff,
      title: "If the connection fails",
      words:
        "Just go on: your answers are kept on this device until they are saved, and the next question is there already. You can also open your link again and continue where you stopped.",
    },
  ];
}
