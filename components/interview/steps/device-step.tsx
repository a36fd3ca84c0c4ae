import { CameraOff, Video } from "lucide-react";
import { type ReactNode, useCallback, useState } from "react";
import { Button } from "@/components/ui/button.tsx";
import { Card } from "@/components/ui/card.tsx";
import { Spinner } from "@/components/ui/spinner.tsx";
import { useWords } from "@/components/words/use-words.ts";
import { videoLimits } from "@/lib/client/recorder/quality.ts";
import type { Devices } from "@/lib/client/room/devices.ts";
import type { RecordingChoice } from "@/lib/client/room/room-state.ts";
import type { RoomRecording } from "@/lib/domain/room-recording.ts";
import { catalogue } from "@/lib/words/catalogue.ts";
import { devices as words } from "@/lib/words/en/room/devices.ts";
import { event, type Happened } from "@/lib/words/happened.ts";
import type { Writing } from "../answer/answer-panel.tsx";
import { WriteAlongChoice } from "../answer/write-along-choice.tsx";
import { MicrophoneMeter } from "../recording/microphone-meter.tsx";
import { SelfView } from "../recording/self-view.tsx";
import { useEngine } from "../use-engine.ts";
import { DeviceChoices } from "./device-choices.tsx";
import { DeviceHelp } from "./device-help.tsx";
import { StepHeading } from "./step-heading.tsx";

const sentences = catalogue({ en: words });

type DeviceStepProps = {
  devices: Devices;
  /** What is to be recorded. */
  wanted: RoomRecording;
  returning: boolean;
  /** The browser's own speech recognition, where it may be chosen. */
  along: Writing["along"];
  onIssue: (issue: Happened) => void;
  onChoose: (choice: RecordingChoice) => void;
};

const TYPED = { audio: false, video: false };

/** Camera and microphone, tried out before anything is recorded; with a way on for whoever has neither. */
export function DeviceStep({ devices, wanted, returning, along, onIssue, onChoose }: DeviceStepProps) {
  const say = useWords(sentences);
  const these = { wanted: devicesOf(wanted) };
  const state = useEngine(devices);
  const camera = wanted.video ? videoLimits(wanted.quality) : null;
  const open = state.status === "on" ? state.devices : null;
  const hasCamera = open !== null && open.stream.getVideoTracks().length > 0;

  function startRecorded() {
    if (camera && !hasCamera) onIssue(event("no_camera:at_start"));
    onChoose({ audio: wanted.audio, video: hasCamera });
  }

  function startTyped() {
    devices.turnOff();
    onIssue(
      state.status === "trouble" ? event("no_recording", { why: state.trouble }) : event("no_recording:by_choice"),
    );
    onChoose(TYPED);
  }

  if (!wanted.audio && !wanted.video) return <TypedOnly returning={returning} onContinue={() => onChoose(TYPED)} />;

  return (
    <>
      <StepHeading still={returning}>{returning ? say("back") : say("check", these)}</StepHeading>
      <p className="mt-3 max-w-prose text-muted">
        {say(returning ? "about:back" : "about:first", these)}
        {wanted.audio ? null : ` ${say("picture_only")}`}
      </p>
      <Card className="mt-8 flex flex-col gap-6" as="section" aria-label={say("these", these)}>
        <Preview>
          {hasCamera && open ? (
            <SelfView stream={open.stream} className="size-full" />
          ) : (
            <NoPicture status={state.status} camera={camera !== null} />
          )}
        </Preview>
        {open ? (
          <>
            {open.level ? <MicrophoneTrial key={open.stream.id} level={open.level} /> : null}
            <DeviceChoices
              cameras={hasCamera ? open.cameras : []}
              microphones={open.level ? open.microphones : []}
              cameraId={open.cameraId}
              microphoneId={open.microphoneId}
              onChange={(chosen) =>
                void devices.turnOn({ video: hasCamera ? camera : null, audio: wanted.audio, ...chosen })
              }
            />
            {open.level && along ? <WriteAlongChoice {...along} /> : null}
          </>
        ) : null}
        {state.status === "trouble" ? <DeviceHelp trouble={state.trouble} /> : null}
      </Card>
      <div className="mt-8 flex flex-col gap-3 sm:flex-row sm:flex-wrap">
        {open ? (
          <Button variant="primary" size="large" onClick={startRecorded}>
            {say(returning ? "go_on" : "start")}
          </Button>
        ) : (
          <Button
            variant="primary"
            size="large"
            loading={state.status === "opening"}
            onClick={() => void devices.turnOn({ video: camera, audio: wanted.audio })}
          >
            {state.status === "trouble" ? say("try_again") : say("turn_on", these)}
          </Button>
        )}
        {camera && wanted.audio ? (
          <Button
            size="large"
            onClick={() => void devices.turnOn({ video: open && !hasCamera ? camera : null, audio: true })}
          >
            {say(open && !hasCamera ? "camera_on" : "without_camera")}
          </Button>
        ) : null}
        <Button variant="quiet" size="large" onClick={startTyped}>
          {say(wanted.audio ? "type_instead" : "without_camera")}
        </Button>
      </div>
    </>
  );
}

function Preview({ children }: { children: ReactNode }) {
  return (
    <div className="mx-auto grid aspect-video w-full max-w-lg place-items-center overflow-hidden rounded-control bg-sunken">
      {children}
    </div>
  );
}

function NoPicture({ status, camera }: { status: string; camera: boolean }) {
  const say = useWords(sentences);
  const on = status === "on";
  const shown = camera ? say(on ? "picture:off" : "picture:soon") : say("picture:none");
  const Icon = on || !camera ? CameraOff : Video;
  return (
    <div className="flex flex-col items-center gap-3 p-6 text-center text-sm text-muted" role="status">
      {status === "opening" ? <Spinner size={24} /> : <Icon aria-hidden size={28} strokeWidth={1.5} />}
      {status === "opening" ? say("allow_there") : shown}
    </div>
  );
}

const devicesOf = ({ audio, video }: RoomRecording) => (audio && video ? "both" : video ? "camera" : "microphone");

/** Whoever started the session wants nothing recorded. */
function TypedOnly({ returning, onContinue }: { returning: boolean; onContinue: () => void }) {
  const say = useWords(sentences);
  return (
    <>
      <StepHeading still={returning}>{say(returning ? "back" : "ready")}</StepHeading>
      <p className="mt-3 max-w-prose text-muted">{say(returning ? "typed:back" : "typed:first")}</p>
      <Button variant="primary" size="large" onClick={onContinue} className="mt-8">
        {say(returning ? "go_on" : "start")}
      </Button>
    </>
  );
}

function MicrophoneTrial({ level }: { level: Parameters<typeof MicrophoneMeter>[0]["level"] }) {
  const say = useWords(sentences);
  const [heard, setHeard] = useState(false);
  const onHeard = useCallback(() => setHeard(true), []);
  return (
    <div className="flex flex-col gap-2">
      <MicrophoneMeter level={level} onHeard={onHeard} />
      <p role="status" className="text-sm text-muted">
        {say(heard ? "heard" : "say_something")}
      </p>
    </div>
  );
}
