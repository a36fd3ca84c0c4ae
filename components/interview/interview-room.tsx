"use client";

import { type ReactNode, useState } from "react";
import { useLocale } from "#use-locale";
import { QueryProvider } from "@/components/query-provider.tsx";
import { Progress } from "@/components/ui/progress.tsx";
import { useWords } from "@/components/words/use-words.ts";
import type { OpenInvitation } from "@/lib/domain/invitation-view.ts";
import { catalogue } from "@/lib/words/catalogue.ts";
import { questions } from "@/lib/words/en/room/questions.ts";
import { ClosedNotice } from "./closed-notice.tsx";
import { DeletionRequest } from "./deletion-request.tsx";
import { HeardWords } from "./heard/heard-words.tsx";
import { useHeardWords } from "./heard/use-heard-words.ts";
import { describeSaving } from "./recording/describe-saving.ts";
import { RecordingIndicator } from "./recording/recording-indicator.tsx";
import { RecordingNotice } from "./recording/recording-notice.tsx";
import { SaveIndicator } from "./recording/save-indicator.tsx";
import { RoomFrame } from "./room-frame.tsx";
import { DeviceStep } from "./steps/device-step.tsx";
import { DoneStep } from "./steps/done-step.tsx";
import { ElsewhereStep } from "./steps/elsewhere-step.tsx";
import { FinishingStep } from "./steps/finishing-step.tsx";
import { IntroductionStep } from "./steps/introduction-step.tsx";
import { QuestionStep } from "./steps/question-step.tsx";
import { StartingStep } from "./steps/starting-step.tsx";
import { WaitingStep } from "./steps/waiting-step.tsx";
import { WelcomeStep } from "./steps/welcome-step.tsx";
import { useLeaveWarning } from "./use-leave-warning.ts";
import { type Room, useRoom } from "./use-room.ts";
import { useSpeaker } from "./use-speaker.ts";

const sentences = catalogue({ en: questions });

/** The candidate's room, from the welcome to the thank-you. */
export function InterviewRoom({ invitation }: { invitation: OpenInvitation }) {
  return (
    <QueryProvider>
      <OpenRoom invitation={invitation} />
    </QueryProvider>
  );
}

function OpenRoom({ invitation }: { invitation: OpenInvitation }) {
  const room = useRoom(invitation);
  const { phase, total, sessionId, returning, spoken } = room.state;
  const asks =
    invitation.writesDown === "here" && (spoken > 0 || returning) && !["closed", "elsewhere"].includes(phase.name);
  const heard = useHeardWords({
    sessionId: asks ? sessionId : null,
    spoken,
    pending: room.outbox.pendingAnswers > 0,
  });
  const unsaved = heard.isUnsaved || room.recording.state === "recording" || room.recording.upload.pendingParts > 0;
  useLeaveWarning(unsaved || phase.name === "answering" || (phase.name !== "closed" && room.outbox.pending > 0));
  return (
    <RoomFrame
      organization={invitation.organization}
      roleTitle={invitation.roleTitle}
      status={"sessionId" in phase || phase.name === "elsewhere" ? <RoomStatus room={room} /> : null}
      progress={"number" in phase ? <QuestionProgress number={phase.number} total={total} /> : null}
    >
      <Step
        room={room}
        invitation={invitation}
        heard={
          <HeardWords
            key="heard"
            heard={heard}
            language={invitation.avatarSettings.language}
            narrow={!("question" in phase)}
          />
        }
      />
    </RoomFrame>
  );
}

function RoomStatus({ room: { recording, outbox } }: { room: Room }) {
  const locale = useLocale();
  const told = { writing: outbox.pending > 0, struggling: outbox.trouble !== null, inMemory: outbox.inMemory };
  return (
    <>
      <RecordingIndicator state={recording.state} />
      <SaveIndicator saving={describeSaving(recording.upload, told, locale)} />
    </>
  );
}

function QuestionProgress({ number, total }: { number: number; total: number }) {
  const say = useWords(sentences);
  const words = say("number", { number, total });
  return (
    <>
      <Progress label={say("progress")} value={number} max={total} valueText={words} className="rounded-none" />
      <p role="status" className="sr-only">
        {words}
      </p>
    </>
  );
}

type StepProps = {
  room: Room;
  invitation: OpenInvitation;
  /** What was written down of spoken answers. Always the second of a step, so that whoever writes in it goes on in the next. */
  heard: ReactNode;
};

function Step({ room, invitation, heard }: StepProps) {
  const { language } = invitation.avatarSettings;
  const { sitting, state, devices, recording, outbox } = room;
  const { phase, recording: wanted } = state;
  const speaker = useSpeaker(language, invitation.serverVoice && "sessionId" in phase ? phase.sessionId : null);
  const [on, setOn] = useState(false);
  const along = invitation.browserRecognition ? { on, onChange: setOn } : null;
  const { organization, roleTitle } = invitation;
  const onLeaveOut = outbox.canLeaveOut ? () => void sitting.leaveOut() : null;
  switch (phase.name) {
    case "welcome":
      return (
        <>
          <WelcomeStep
            invitation={invitation}
            busy={room.consent.isPending}
            struggling={room.struggling}
            problem={room.consent.problem}
            onAgree={() => void sitting.agree()}
          />
          <DeletionRequest {...invitation} />
        </>
      );
    case "device_check":
      return (
        <DeviceStep
          devices={sitting.recorder.devices}
          wanted={wanted}
          returning={state.returning}
          along={along}
          onIssue={(issue) => sitting.tell(issue)}
          onChoose={(choice) => sitting.chooseDevices(choice)}
        />
      );
    case "starting":
      return (
        <StartingStep
          problem={phase.problem}
          struggling={room.struggling}
          outbox={outbox}
          returning={state.returning}
          onRetry={() => sitting.retry()}
        />
      );
    case "elsewhere":
      return (
        <ElsewhereStep
          wasHere={phase.choice === null}
          upload={recording.upload}
          outbox={outbox}
          onContinue={() => sitting.continueHere()}
        />
      );
    case "introducing":
      return (
        <IntroductionStep
          invitation={invitation}
          speaker={speaker}
          notice={recording.failure ? <RecordingNotice room={room} /> : null}
          onContinue={() => sitting.introduced()}
        />
      );
    case "asking":
    case "answering":
    case "keeping": {
      const recorded = recording.state !== "idle" && devices.status === "on" ? devices.devices : null;
      return (
        <>
          <QuestionStep
            key={phase.question.step}
            phase={phase}
            total={state.total}
            isLast={state.unanswered === 1}
            speaker={speaker}
            language={language}
            draft={{ localKey: invitation.localKey, openUntil: invitation.openUntil }}
            recorded={recorded && { ...recorded, level: wanted.audio ? recorded.level : null }}
            writing={{ writesDown: invitation.writesDown, along }}
            notice={<RecordingNotice room={room} />}
            outbox={outbox}
            onBegin={() => sitting.beginAnswer()}
            onAnswer={(answer) => sitting.giveAnswer(answer)}
            onTellAgain={() => void sitting.tellAgain()}
            onLeaveOut={onLeaveOut}
          />
          {heard}
        </>
      );
    }
    case "waiting":
      return (
        <>
          <WaitingStep
            given={phase.given}
            outbox={outbox}
            problem={phase.problem}
            onRetry={() => sitting.retry()}
            onLeaveOut={onLeaveOut}
          />
          {heard}
        </>
      );
    case "finishing":
      return (
        <>
          <FinishingStep
            upload={recording.upload}
            outbox={outbox}
            problem={phase.problem}
            onRetry={() => sitting.retry()}
            onLeaveOut={onLeaveOut}
          />
          {heard}
        </>
      );
    case "done":
      return (
        <>
          <DoneStep
            organization={organization}
            roleTitle={roleTitle}
            recorded={recording.upload.savedBytes > 0 ? wanted : null}
            complete={recording.upload.stopped === null}
          />
          {heard}
          <DeletionRequest {...invitation} />
        </>
      );
    case "closed":
      return (
        <>
          <ClosedNotice
            reason={phase.reason}
            organization={organization}
            during={{ unsentAnswers: outbox.pendingAnswers, texts: [...outbox.texts, ...room.unfinished] }}
          />
          {phase.reason === "not_found" ? null : <DeletionRequest {...invitation} />}
        </>
      );
  }
}
