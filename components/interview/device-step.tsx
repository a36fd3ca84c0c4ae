import { CameraOff, Video } from "lucide-react";
import { type ReactNode, useCallback, useState } from "react";
import { Button } from "@/components/ui/button.tsx";
import { Card } from "@/components/ui/card.tsx";
import { Field } from "@/components/ui/field.tsx";
import { Select } from "@/components/ui/select.tsx";
import { Spinner } from "@/components/ui/spinner.tsx";
import type { DeviceChoice } from "@/lib/client/devices/open-stream.ts";
import { videoLimits } from "@/lib/client/recorder/quality.ts";
import { DeviceHelp } from "./device-help.tsx";
import { MicrophoneMeter } from "./microphone-meter.tsx";
import { ROOM_QUALITY } from "./plan-recording.ts";
import type { RecordingChoice } from "./room-state.ts";
import { SelfView } from "./self-view.tsx";
import { StepHeading } from "./step-heading.tsx";
import type { useDevices } from "./use-devices.ts";
import type { Issue } from "./use-room.ts";

type DeviceStepProps = {
  devices: ReturnType<typeof useDevices>;
  returning: boolean;
  onIssue: (issue: Issue) => void;
  onChoose: (choice: RecordingChoice) => void;
};

const VIDEO = videoLimits(ROOM_QUALITY);
const TYPED = { audio: false, video: false };

/** Camera and microphone, tried out before anything is recorded; with a way on for whoever has neither. */
export function DeviceStep({ devices, returning, onIssue, onChoose }: DeviceStepProps) {
  const { state, turnOn } = devices;
  const open = state.status === "on" ? state.devices : null;
  const hasCamera = open !== null && open.stream.getVideoTracks().length > 0;
  const why = state.status === "trouble" ? state.trouble : "by choice";

  function startRecorded() {
    if (!hasCamera) onIssue({ code: "no_camera", message: "The candidate went on without a camera." });
    onChoose({ audio: true, video: hasCamera });
  }

  function startTyped() {
    devices.turnOff();
    onIssue({ code: "no_recording", message: `The candidate types the answers; nothing is recorded (${why}).` });
    onChoose(TYPED);
  }

  return (
    <>
      <StepHeading still={returning}>{returning ? "Welcome back" : "Check your camera and microphone"}</StepHeading>
      <p className="mt-3 max-w-prose text-muted">
        {returning
          ? "Your answers so far are safe. Check your camera and microphone, and you go on where you stopped."
          : "Nothing is recorded yet. Your browser will ask whether this page may use them."}
      </p>
      <Card className="mt-8 flex flex-col gap-6" as="section" aria-label="Camera and microphone">
        <Preview>
          {hasCamera && open ? (
            <SelfView stream={open.stream} className="size-full" />
          ) : (
            <NoPicture status={state.status} />
          )}
        </Preview>
        {open ? (
          <>
            <MicrophoneTrial key={open.stream.id} level={open.level} />
            <DeviceChoices
              cameras={hasCamera ? open.cameras : []}
              microphones={open.microphones}
              cameraId={open.cameraId}
              microphoneId={open.microphoneId}
              onChange={(chosen) => void turnOn({ video: hasCamera ? VIDEO : null, ...chosen })}
            />
          </>
        ) : null}
        {state.status === "trouble" ? <DeviceHelp trouble={state.trouble} /> : null}
      </Card>
      <div className="mt-8 flex flex-col gap-3 sm:flex-row sm:flex-wrap">
        {open ? (
          <Button variant="primary" size="large" onClick={startRecorded}>
            {returning ? "Continue the interview" : "Start the interview"}
          </Button>
        ) : (
          <Button
            variant="primary"
            size="large"
            loading={state.status === "opening"}
            onClick={() => void turnOn({ video: VIDEO })}
          >
            {state.status === "trouble" ? "Try again" : "Turn on camera and microphone"}
          </Button>
        )}
        {open && !hasCamera ? (
          <Button size="large" onClick={() => void turnOn({ video: VIDEO })}>
            Turn the camera on
          </Button>
        ) : (
          <Button size="large" onClick={() => void turnOn({ video: null })}>
            Continue without camera
          </Button>
        )}
        <Button variant="quiet" size="large" onClick={startTyped}>
          Type my answers instead
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

function NoPicture({ status }: { status: string }) {
  const words = status === "on" ? "The camera is off. Only your voice is recorded." : "Your picture appears here.";
  const Icon = status === "on" ? CameraOff : Video;
  return (
    <div className="flex flex-col items-center gap-3 p-6 text-center text-sm text-muted" role="status">
      {status === "opening" ? <Spinner size={24} /> : <Icon aria-hidden size={28} strokeWidth={1.5} />}
      {status === "opening" ? "Waiting for your browser. Please allow camera and microphone there." : words}
    </div>
  );
}

function MicrophoneTrial({ level }: { level: Parameters<typeof MicrophoneMeter>[0]["level"] }) {
  const [heard, setHeard] = useState(false);
  const onHeard = useCallback(() => setHeard(true), []);
  return (
    <div className="flex flex-col gap-2">
      <MicrophoneMeter level={level} onHeard={onHeard} />
      <p role="status" className="text-sm text-muted">
        {heard ? "We can hear you." : "Say a few words: the bar should move."}
      </p>
    </div>
  );
}

type Chosen = { cameraId?: string | undefined; microphoneId?: string | undefined };

function DeviceChoices({
  cameras,
  microphones,
  cameraId,
  microphoneId,
  onChange,
}: Chosen & { cameras: DeviceChoice[]; microphones: DeviceChoice[]; onChange: (chosen: Chosen) => void }) {
  if (cameras.length < 2 && microphones.length < 2) return null;
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      <OneChoice
        label="Camera"
        devices={cameras}
        value={cameraId}
        onChange={(id) => onChange({ cameraId: id, microphoneId })}
      />
      <OneChoice
        label="Microphone"
        devices={microphones}
        value={microphoneId}
        onChange={(id) => onChange({ cameraId, microphoneId: id })}
      />
    </div>
  );
}

type OneChoiceProps = {
  label: string;
  devices: DeviceChoice[];
  value: string | undefined;
  onChange: (id: string) => void;
};

function OneChoice({ label, devices, value, onChange }: OneChoiceProps) {
  if (devices.length < 2) return null;
  return (
    <Field label={label}>
      <Select size="large" value={value} onChange={(event) => onChange(event.target.value)}>
        {devices.map((device) => (
          <option key={device.id} value={device.id}>
            {device.label}
          </option>
        ))}
      </Select>
    </Field>
  );
}
