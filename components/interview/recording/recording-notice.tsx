import { useState } from "react";
import { Alert } from "@/components/ui/alert.tsx";
import { Button } from "@/components/ui/button.tsx";
import type { Room } from "../use-room.ts";

const CAMERA_GONE = "Your camera has gone. Recording goes on with your voice alone.";

const WENT_ON: Record<NonNullable<Room["recording"]["setback"]>, string> = {
  failed: "Your browser stopped recording for a moment. We started it again.",
  stalled: "Your browser stopped recording for a moment. We started it again.",
  silent: "Your browser stopped recording for a moment. We started it again.",
  slept: "Your computer was asleep. Recording goes on now.",
  device_lost: "Your camera or microphone went away for a moment. Recording goes on now.",
  camera_gone: CAMERA_GONE,
  camera_back: "Your camera is back. Recording goes on with your picture.",
};

/** What has happened to the recording, and what the candidate can do about it; nothing while all is well. */
export function RecordingNotice({ room }: { room: Room }) {
  const { devices, recording } = room;
  const { recorder } = room.sitting;
  if (recording.upload.stopped) {
    return (
      <Alert tone="caution" title="The recording cannot be saved any further" announce="alert">
        What was recorded so far is safe. Please write your answers from here on.
      </Alert>
    );
  }
  if (recording.state === "paused") {
    return (
      <Alert tone="caution" title="Recording pauses: this device has no space left" announce="alert">
        Everything up to here is kept. Recording goes on by itself as soon as some of it has been sent, or when you free
        space on this device. You can also go on by writing.
      </Alert>
    );
  }
  const opening = devices.status === "opening";
  if (recording.failure === "anything") return <NothingRecorded opening={opening} onTry={() => recorder.tryAgain()} />;
  if (recording.state === "interrupted" || (recording.state !== "idle" && devices.status !== "on")) {
    return (
      <Alert
        tone="caution"
        title="Your camera or microphone has stopped"
        announce="alert"
        action={
          <Button size="large" loading={opening} onClick={() => void recorder.recover()}>
            Turn it on again
          </Button>
        }
      >
        {opening
          ? "Waiting for your browser. Please allow it there if it asks."
          : "Everything up to here is safe. You can also go on by writing."}
      </Alert>
    );
  }
  if (recording.failure === "picture") {
    return (
      <Alert tone="info" title="Your browser cannot record your picture. Your voice is recorded." announce="status">
        Nothing else changes, and the people who invited you are told why there is no picture.
      </Alert>
    );
  }
  if (recording.blind) return <CameraGone onTry={() => recorder.devices.takeCamera({ asking: true })} />;
  if (!recording.setback || recording.state !== "recording") return null;
  return (
    <Alert tone="info" title={WENT_ON[recording.setback]} announce="status">
      Everything up to then is kept. If you were in the middle of a sentence, please say it again.
    </Alert>
  );
}

/** The browser's recorder gives nothing, though devices and permissions are fine. */
function NothingRecorded({ opening, onTry }: { opening: boolean; onTry: () => Promise<void> }) {
  return (
    <Alert
      tone="caution"
      title="Your browser does not record"
      announce="alert"
      action={
        <Button size="large" loading={opening} onClick={() => void onTry()}>
          Try again
        </Button>
      }
    >
      {opening
        ? "Waiting for your browser. Please allow it there if it asks."
        : "Neither picture nor sound is recorded now. Please write your answers: they count in full, and the people who invited you are told why. You can also open your link in another browser and go on there."}
    </Alert>
  );
}

/** For as long as it is away. */
function CameraGone({ onTry }: { onTry: () => Promise<void> }) {
  const [trying, setTrying] = useState(false);
  const tryNow = () => {
    setTrying(true);
    void onTry().finally(() => setTrying(false));
  };
  return (
    <Alert
      tone="info"
      title={CAMERA_GONE}
      announce="status"
      action={
        <Button loading={trying} onClick={tryNow}>
          Turn the camera on
        </Button>
      }
    >
      {trying ? "Waiting for your browser. Please allow it there if it asks. " : ""}
      Everything is kept, and you can simply go on. Your picture comes back by itself as soon as the camera does.
    </Alert>
  );
}
