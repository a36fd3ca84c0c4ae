import { Clock, Eye, type LucideIcon, Scale, Video, WifiOff } from "lucide-react";
import { useState } from "react";
import { Alert } from "@/components/ui/alert.tsx";
import { Button } from "@/components/ui/button.tsx";
import { Card } from "@/components/ui/card.tsx";
import { Checkbox } from "@/components/ui/checkbox.tsx";
import { LocalTime } from "@/components/ui/local-time.tsx";
import { useRefusalWords } from "@/components/words/use-refusal-words.ts";
import { useWords } from "@/components/words/use-words.ts";
import type { Problem } from "@/lib/client/room/room-state.ts";
import type { OpenInvitation } from "@/lib/domain/invitation-view.ts";
import { catalogue, type Say } from "@/lib/words/catalogue.ts";
import { welcome } from "@/lib/words/en/room/welcome.ts";
import { StepHeading } from "./step-heading.tsx";

const sentences = catalogue({ en: welcome });

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
  const say = useWords(sentences);
  const refusal = useRefusalWords();
  const [ticked, setTicked] = useState(false);
  const [missing, setMissing] = useState(false);
  const { organization, roleTitle, candidateName, recording, agreed } = invitation; // agreed on an earlier visit: nothing to tick

  function agree() {
    if (agreed || ticked) onAgree();
    else setMissing(true);
  }

  return (
    <>
      <StepHeading still>{say("hello", { name: candidateName })}</StepHeading>
      <p className="mt-3 max-w-prose text-lg text-muted">
        {say.rich("invites", {
          organization,
          kind: recording.audio || recording.video ? "recorded" : "written",
          role: roleTitle,
          b: (chunks) => <b className="text-ink">{chunks}</b>,
          until: () => <LocalTime at={invitation.openUntil} format="long" />,
        })}
      </p>
      <Card className="mt-8" as="section" aria-label={say("expect")}>
        <ul className="grid gap-6">
          {facts(invitation, say).map(({ icon: Icon, title, words }) => (
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
          <p className="text-sm text-muted">{say("agreed")}</p>
        ) : (
          <Checkbox
            label={invitation.notice.agreement}
            checked={ticked}
            onChange={(event) => {
              setTicked(event.target.checked);
              setMissing(false);
            }}
            error={missing ? say("tick_first") : null}
            required
          />
        )}
        {problem ? (
          <Alert tone="negative" title={say("failed:title")} announce="alert">
            {refusal(problem)} {say("failed:words")}
          </Alert>
        ) : null}
        <Button
          variant="primary"
          size="large"
          loading={busy}
          onClick={agree}
          className="w-full sm:w-auto sm:self-start"
        >
          {say(agreed ? "continue" : "agree")}
        </Button>
        <p role="status" className="text-sm text-muted empty:hidden">
          {busy ? say(struggling ? "unreachable" : "saving") : null}
        </p>
      </div>
    </>
  );
}

const ICONS = { recording: Video, audience: Eye, scoring: Scale } as const;

/** What is agreed to comes from the server, word by word; the rest is for orientation. */
function facts(
  { questionCount, minutes, notice }: OpenInvitation,
  say: Say<typeof welcome>,
): { icon: LucideIcon; title: string; words: string }[] {
  return [
    { icon: Clock, title: say("questions:title", { count: questionCount, minutes }), words: say("questions:words") },
    ...notice.facts.map(({ about, title, words }) => ({ icon: ICONS[about], title, words })),
    { icon: WifiOff, title: say("connection:title"), words: say("connection:words") },
  ];
}
