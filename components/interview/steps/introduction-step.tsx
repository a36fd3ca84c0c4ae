import { type ReactNode, useEffect, useEffectEvent } from "react";
import { Button } from "@/components/ui/button.tsx";
import { useWords } from "@/components/words/use-words.ts";
import type { OpenInvitation } from "@/lib/domain/invitation-view.ts";
import { catalogue } from "@/lib/words/catalogue.ts";
import { questions } from "@/lib/words/en/room/questions.ts";
import { Avatar } from "../avatar.tsx";
import { SpeechControls } from "../speech-controls.tsx";
import type { useSpeaker } from "../use-speaker.ts";
import { StepHeading } from "./step-heading.tsx";

const sentences = catalogue({ en: questions });

type IntroductionStepProps = {
  invitation: OpenInvitation;
  speaker: ReturnType<typeof useSpeaker>;
  /** Something about the recording that has to be said first. */
  notice: ReactNode;
  onContinue: () => void;
};

/** The avatar says hello before the first question. */
export function IntroductionStep({ invitation, speaker, notice, onContinue }: IntroductionStepProps) {
  const say = useWords(sentences);
  const { introduction, avatarSettings } = invitation;
  const speak = useEffectEvent(() => void speaker.say(introduction, "introduction"));
  const stop = useEffectEvent(speaker.stop);
  useEffect(() => {
    speak();
    return () => stop();
  }, []);

  return (
    <div className="flex flex-col items-center gap-8 sm:flex-row sm:items-start">
      <Avatar speaking={speaker.speaking} className="size-32 shrink-0 sm:size-44" />
      <div className="min-w-0">
        <StepHeading>{say("introduction", { name: avatarSettings.name })}</StepHeading>
        <p lang={avatarSettings.language} className="mt-4 text-lg">
          <bdi>{introduction}</bdi>
        </p>
        <div className="mt-4">
          <SpeechControls
            speaker={speaker}
            repeatLabel={say("say_again")}
            onRepeat={() => void speaker.say(introduction, "introduction")}
          />
        </div>
        {notice ? <div className="mt-4">{notice}</div> : null}
        <Button variant="primary" size="large" className="mt-6 w-full sm:w-auto" onClick={onContinue}>
          {say("first")}
        </Button>
      </div>
    </div>
  );
}
