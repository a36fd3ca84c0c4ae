import { type ReactNode, useEffect, useEffectEvent } from "react";
import { Button } from "@/components/ui/button.tsx";
import type { OpenInvitation } from "@/lib/domain/invitation-view.ts";
import { Avatar } from "../avatar.tsx";
import { SpeechControls } from "../speech-controls.tsx";
import type { useSpeaker } from "../use-speaker.ts";
import { StepHeading } from "./step-heading.tsx";

type IntroductionStepProps = {
  invitation: OpenInvitation;
  speaker: ReturnType<typeof useSpeaker>;
  /** Something about the recording that has to be said first. */
  notice: ReactNode;
  onContinue: () => void;
};

/** The avatar says hello before the first question. */
export function IntroductionStep({ invitation, speaker, notice, onContinue }: IntroductionStepProps) {
  const { introduction, avatarSettings } = invitation;
  const say = useEffectEvent(() => void speaker.say(introduction, "introduction"));
  const stop = useEffectEvent(speaker.stop);
  useEffect(() => {
    say();
    return () => stop();
  }, []);

  return (
    <div className="flex flex-col items-center gap-8 sm:flex-row sm:items-start">
      <Avatar speaking={speaker.speaking} className="size-32 shrink-0 sm:size-44" />
      <div className="min-w-0">
        <StepHeading>I am {avatarSettings.name}, and I will ask the questions</StepHeading>
        <p lang={avatarSettings.language} className="mt-4 text-lg">
          {introduction}
        </p>
        <div className="mt-4">
          <SpeechControls
            speaker={speaker}
            repeatLabel="Say it again"
            onRepeat={() => void speaker.say(introduction, "introduction")}
          />
        </div>
        {notice ? <div className="mt-4">{notice}</div> : null}
        <Button variant="primary" size="large" className="mt-6 w-full sm:w-auto" onClick={onContinue}>
          Show the first question
        </Button>
      </div>
    </div>
  );
}
