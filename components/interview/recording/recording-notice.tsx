import { useState } from "react";
import { Alert } from "@/components/ui/alert.tsx";
import { Button } from "@/components/ui/button.tsx";
import { useWords } from "@/components/words/use-words.ts";
import { catalogue } from "@/lib/words/catalogue.ts";
import { recording as words } from "@/lib/words/en/room/recording.ts";
import type { Room } from "../use-room.ts";

const sentences = catalogue({ en: words });

/** What has happened to the recording, and what the candidate can do about it; nothing while all is well. */
export function RecordingNotice({ room }: { room: Room }) {
  const say = useWords(sentences);
  const { devices, recording } = room;
  const { recorder } = room.sitting;
  if (recording.upload.stopped) {
    return (
      <Alert tone="caution" title={say("stopped:title")} announce="alert">
        {say("stopped:words")}
      </Alert>
    );
  }
  if (recording.state === "paused") {
    return (
      <Alert tone="caution" title={say("full:title")} announce="alert">
        {say("full:words")}
      </Alert>
    );
  }
  const opening = devices.status === "opening";
  if (recording.failure === "anything") return <NothingRecorded opening={opening} onTry={() => recorder.tryAgain()} />;
  if (recording.state === "interrupted" || (recording.state !== "idle" && devices.status !== "on")) {
    return (
      <Alert
        tone="caution"
        title={say("interrupted:title")}
        announce="alert"
        action={
          <Button size="large" loading={opening} onClick={() => void recorder.recover()}>
            {say("turn_on")}
          </Button>
        }
      >
        {say(opening ? "allow_there" : "interrupted:words")}
      </Alert>
    );
  }
  if (recording.failure === "picture") {
    return (
      <Alert tone="info" title={say("no_picture:title")} announce="status">
        {say("no_picture:words")}
      </Alert>
    );
  }
  if (recording.blind) return <CameraGone onTry={() => recorder.devices.takeCamera({ asking: true })} />;
  if (!recording.setback || recording.state !== "recording") return null;
  return (
    <Alert tone="info" title={say(recording.setback)} announce="status">
      {say("went_on")}
    </Alert>
  );
}

/** The browser's recorder gives nothing, though devices and permissions are fine. */
function NothingRecorded({ opening, onTry }: { opening: boolean; onTry: () => Promise<void> }) {
  const say = useWords(sentences);
  return (
    <Alert
      tone="caution"
      title={say("nothing:title")}
      announce="alert"
      action={
        <Button size="large" loading={opening} onClick={() => void onTry()}>
          {say("try_again")}
        </Button>
      }
    >
      {say(opening ? "allow_there" : "nothing:words")}
    </Alert>
  );
}

/** For as long as it is away. */
function CameraGone({ onTry }: { onTry: () => Promise<void> }) {
  const say = useWords(sentences);
  const [trying, setTrying] = useState(false);
  const tryNow = () => {
    setTrying(true);
    void onTry().finally(() => setTrying(false));
  };
  return (
    <Alert
      tone="info"
      title={say("camera_gone")}
      announce="status"
      action={
        <Button loading={trying} onClick={tryNow}>
          {say("camera_on")}
        </Button>
      }
    >
      {trying ? `${say("allow_there")} ` : ""}
      {say("camera_gone:words")}
    </Alert>
  );
}
