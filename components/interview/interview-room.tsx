"use client";

import { QueryProvider } from "@/components/query-provider.tsx";
import { Progress } from "@/components/ui/progress.tsx";
import { consentVersion } from "@/lib/domain/consent.ts";
import type { OpenInvitation } from "@/lib/domain/invitation-view.ts";
import { ClosedNotice } from "./closed-notice.tsx";
import { DeletionRequest } from "./deletion-request.tsx";
import { describeSaving } from "./describe-saving.ts";
import { DeviceStep } from "./device-step.tsx";
import { DoneStep } from "./done-step.tsx";
import { ElsewhereStep } from "./elsewhere-step.tsx";
import { FinishingStep } from "./finishing-step.tsx";
import { IntroductionStep } from "./introduction-step.tsx";
import { QuestionStep } from "./question-step.tsx";
import { RecordingIndicator } from "./recording-indicator.tsx";
import { RecordingNotice } from "./recording-notice.tsx";
import { RoomFrame } from "./room-frame.tsx";
import { SaveIndicator } from "./save-indicator.tsx";
import { StartingStep } from "./starting-step.tsx";
import { useLeaveWarning } from "./use-leave-warning.ts";
import { type Room, useRoom } from "./use-room.ts";
import { useSpeaker } from "./use-speaker.ts";
import { WelcomeStep } from "./welcome-step.tsx";

/** The candidate's room, from the welcome to the thank-you. */
export function InterviewRoom({ invitation }: { invitation: OpenInvitation }) {
  return (
    <QueryProvider>
      <RoomInside invitation={invitation} />
    </QueryProvider>
  );
}

function RoomInside({ invitation }: { invitation: OpenInvitation }) {
  const room = useRoom(invitation);
  const { phase } = room.state;
  const unsaved = room.recorder.state === "recording" || room.recorder.upload.pendingParts > 0;
  useLeaveWarning(unsaved || phase.name === "answering" || phase.name === "saving");
  return (
    <RoomFrame
      organization={invitation.organization}
      roleTitle={invitation.roleTitle}
      status={"sessionId" in phase || phase.name === "elsewhere" ? <RoomStatus room={room} /> : null}
      progress={"index" in phase ? <QuestionProgress index={phase.index} total={room.state.questions.length} /> : null}
    >
      <Step room={room} invitation={invitation} />
    </RoomFrame>
  );
}

function RoomStatus({ room }: { room: Room }) {
  const { recorder, state, struggling } = room;
  const writing = state.phase.name === "saving";
  return (
    <>
      <RecordingIndicator state={recorder.state} />
      <SaveIndicator saving={describeSaving(recorder.upload, { writing, struggling })} />
    </>
  );
}

function QuestionProgress({ index, total }: { index: number; total: number }) {
  const words = `Question ${index + 1} of ${total}`;
  return (
    <>
      <Progress label="Interview progress" value={index + 1} max={total} valueText={words} className="rounded-none" />
      <p role="status" className="sr-only">
        {words}
      </p>
    </>
  );
}

function Step({ room, invitation }: { room: Room; invitation: OpenInvitation }) {
  const { language } = invitation.avatarSettings;
  const { state, devices, recorder } = room;
  const { phase } = state;
  const speaker = useSpeaker(language, invitation.serverVoice && "sessionId" in phase ? phase.sessionId : null);
  const { organization, roleTitle } = invitation;
  const agreed = invitation.consentVersion === consentVersion(invitation.outside);
  switch (phase.name) {
    case "welcome":
      return (
        <WelcomeStep
          invitation={invitation}
          agreed={agreed}
          busy={room.consent.isPending}
          problem={room.consent.error?.message ?? null}
          onAgree={agreed ? room.continueAgreed : room.agree}
        />
      );
    case "device_check":
      return (
        <DeviceStep
          devices={devices}
          wanted={state.recording}
          returning={state.returning}
          onIssue={room.tell}
          onChoose={room.chooseDevices}
        />
      );
    case "starting":
      return <StartingStep problem={phase.problem} struggling={room.struggling} onRetry={room.retry} />;
    case "elsewhere":
      return <ElsewhereStep wasHere={phase.choice === null} upload={recorder.upload} onContinue={room.continueHere} />;
    case "introducing":
      return <IntroductionStep invitation={invitation} speaker={speaker} onContinue={room.introduced} />;
    case "asking":
    case "answering":
    case "saving": {
      const question = state.questions[phase.index];
      if (!question) return null;
      return (
        <QuestionStep
          key={question.id}
          phase={phase}
          question={question}
          total={state.questions.length}
          speaker={speaker}
          language={language}
          recorded={recorder.state !== "idle" && devices.state.status === "on" ? devices.state.devices : null}
          notice={<RecordingNotice room={room} />}
          onBegin={room.beginAnswer}
          onAnswer={room.giveAnswer}
          onRetry={room.retry}
        />
      );
    }
    case "finishing":
      return <FinishingStep upload={recorder.upload} problem={phase.problem} onRetry={room.retry} />;
    case "done":
      return (
        <>
          <DoneStep organization={organization} roleTitle={roleTitle} complete={recorder.upload.stopped === null} />
          <DeletionRequest token={invitation.token} organization={organization} />
        </>
      );
    case "closed":
      return <ClosedNotice reason={phase.reason} organization={organization} />;
  }
}
