import { useEffect, useEffectEvent, useRef, useState } from "react";
import { hasPicture } from "@/lib/client/devices/open-devices.ts";
import { opensSilently } from "@/lib/client/devices/reopen-silently.ts";
import { videoLimits } from "@/lib/client/recorder/quality.ts";
import type { LocalMark, Setback } from "@/lib/client/recorder/recorder.ts";
import type { RoomRecording } from "@/lib/domain/room-recording.ts";
import { type Plan, planRecording } from "./plan-recording.ts";
import { CAMERA_BACK, CAMERA_GONE, NO_PICTURE, NO_RECORDER, SETBACK_ISSUES } from "./recording-issues.ts";
import { useDevices } from "./use-devices.ts";
import { useGentleRetry } from "./use-gentle-retry.ts";
import { useRecorder } from "./use-recorder.ts";
import type { Issue } from "./use-room.ts";

const VOICE_ALONE = { audio: true, video: false };

/** A recording that broke off goes on by itself this often at most. */
const RECOVER_AGAIN_MS = 20_000;

type RoomRecordingOptions = {
  /** Null before it has begun. */
  sessionId: string | null;
  wanted: RoomRecording;
  /** @param mark where in the recording it was, or null where nothing was recorded */
  report: (issue: Issue, mark: LocalMark | null) => void;
  /** Another page records this session now. */
  onLost: () => void;
  /** The server answered a sign of life. */
  onReachable: () => void;
};

/**
 * What this browser turned out not to be able to record, though its devices are fine:
 * - `picture`: the voice alone is recorded.
 * - `anything`: nothing is, and the answers are typed.
 */
export type RecordingFailure = "picture" | "anything";

/**
 * Camera, microphone and recorder of the room, and how the recording goes on by itself where one of them fails: with
 * devices that are opened anew, with the voice alone, and with the picture again as soon as there is one.
 */
export function useRoomRecording({ sessionId, wanted, report, onLost, onReachable }: RoomRecordingOptions) {
  const devices = useDevices((stream) => void changePicture(stream));
  const recorder = useRecorder({ onSetback: suffer, onLost, onReachable });
  const [setback, setSetback] = useState<Setback | "camera_gone" | "camera_back" | null>(null);
  const [failure, setFailure] = useState<RecordingFailure | null>(null);
  /** The latest attempt to go on recording by itself. */
  const recovery = useRef({ running: false, atMs: Number.NEGATIVE_INFINITY });
  /** Whether the latest segment has a picture; null before there is one. */
  const pictured = useRef<boolean | null>(null);

  /** The recording broke off: the candidate is told, and the recruiter reads where it was. */
  function suffer(suffered: Setback, mark: LocalMark): void {
    report(SETBACK_ISSUES[suffered], mark);
    if (suffered === "silent") void recordLess();
    else setSetback(suffered);
  }

  /** Begins a segment. @returns whether it has begun */
  async function attempt({ stream, options }: NonNullable<Plan["source"]>): Promise<boolean> {
    try {
      await recorder.begin(stream, options);
      pictured.current = hasPicture(stream);
      return true;
    } catch {
      return false;
    }
  }

  /** Begins to record; where the browser's recorder does not take the picture, with the voice alone. */
  async function begin(source: Plan["source"], now: RoomRecording): Promise<void> {
    setFailure(null);
    if (!source || !(await attempt(source))) await recordLess(now);
  }

  /** The browser's recorder failed at the start: the voice alone may be possible, and the candidate is told which it is. */
  async function recordLess(now = wanted): Promise<void> {
    recovery.current = { running: true, atMs: performance.now() };
    const stream = devices.stream();
    const voice = stream && hasPicture(stream) ? planRecording(VOICE_ALONE, stream, now).source : null;
    if (voice && (await attempt(voice))) {
      await devices.adaptPicture(null);
      setFailure("picture");
      report(NO_PICTURE, recorder.mark());
    } else {
      await recorder.stop();
      devices.turnOff();
      setFailure("anything");
      report(NO_RECORDER, null);
    }
    recovery.current.running = false;
  }

  /** The candidate asks for another attempt. */
  async function tryAgain(): Promise<void> {
    const stream = await devices.turnOnAgain();
    const choice = { audio: true, video: stream !== null && hasPicture(stream) };
    if (stream) await begin(planRecording(choice, stream, wanted).source, wanted);
  }

  /** Goes on in a segment of its own, and says so when the picture is gone from it or has come back. */
  async function record(stream: MediaStream): Promise<void> {
    const choice = { audio: true, video: hasPicture(stream) };
    const { source } = planRecording(choice, stream, wanted);
    if (sessionId === null || !source) return;
    const before = pictured.current;
    if (!(await attempt(source))) {
      if (recorder.mark()) return devices.goBlind(stream); // the voice goes on as it was
      return recordLess();
    }
    if (before === null || before === pictured.current) return;
    setSetback(before ? "camera_gone" : "camera_back");
    report(before ? CAMERA_GONE : CAMERA_BACK, recorder.mark());
  }

  /** Where the recording was interrupted, it is begun again anyway. */
  async function changePicture(stream: MediaStream): Promise<void> {
    if (recorder.state === "recording" || recorder.state === "paused") await record(stream);
  }

  /** Goes on recording with devices that are opened anew. */
  async function recover(): Promise<void> {
    if (recovery.current.running) return;
    recovery.current = { running: true, atMs: performance.now() };
    const stream = await devices.turnOnAgain();
    if (stream) await record(stream);
    recovery.current.running = false;
  }

  async function recoverSilently(): Promise<void> {
    if (await opensSilently("microphone")) await recover();
  }

  /**
   * Makes the devices that are on give what is wanted now, and turns off what is not.
   * @returns what can be recorded
   */
  async function adapt({ audio, video, quality }: RoomRecording): Promise<MediaStream | null> {
    if (!audio && !video) devices.turnOff();
    else await devices.adaptPicture(video ? videoLimits(quality) : null);
    return devices.stream();
  }

  const on = devices.state.status === "on" ? devices.state : null;
  const lost = on?.lost ?? false;
  const interrupted = recorder.state === "interrupted";
  const blind = (on?.blind ?? false) && recorder.state === "recording";
  const { changes } = devices;
  const onDeviceLost = useEffectEvent(() => recorder.interrupt("device_lost"));
  const onInterrupted = useEffectEvent((plugged: boolean) => {
    // What breaks again at once is left to the candidate, who has a button for it, or to another device.
    if (plugged || performance.now() - recovery.current.atMs > RECOVER_AGAIN_MS) void recover();
  });
  const changesSeen = useRef(changes);
  useEffect(() => {
    if (lost) onDeviceLost();
  }, [lost]);
  useEffect(() => {
    if (interrupted) onInterrupted(changes !== changesSeen.current);
    changesSeen.current = changes;
  }, [interrupted, changes]);
  useGentleRetry(interrupted && devices.state.status === "trouble", () => void recoverSilently());
  useGentleRetry(blind, () => void devices.takeCamera({ asking: false }), changes);

  return {
    devices,
    recorder,
    begin,
    adapt,
    recover,
    tryAgain,
    /** What this browser cannot record, or null while all is well. */
    failure,
    /** A camera that was recorded is away: what is recorded is the voice alone. */
    blind,
    /** What has just happened to the recording; null after the next question has begun. */
    setback,
    forgetSetback: () => setSetback(null),
  };
}
