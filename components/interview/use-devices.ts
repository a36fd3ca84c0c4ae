import { useCallback, useEffect, useRef, useState } from "react";
import { type DeviceTrouble, troubleOf } from "@/lib/client/devices/device-error.ts";
import {
  areStillThere,
  closeDevices,
  hasPicture,
  type OpenDevices,
  openDevices,
  withPicture,
} from "@/lib/client/devices/open-devices.ts";
import { videoConstraints, type Wanted } from "@/lib/client/devices/open-stream.ts";
import { opensSilently, reopenCamera } from "@/lib/client/devices/reopen-silently.ts";
import { watchPicture } from "@/lib/client/devices/watch-picture.ts";
import { sameLimits, type VideoLimits } from "@/lib/client/recorder/quality.ts";

/**
 * - `lost`: a device went away while it was in use.
 * - `blind`: a camera is wanted, and there is no picture for now.
 */
export type DevicesState =
  | { status: "off" }
  | { status: "opening" }
  | { status: "on"; devices: OpenDevices; lost: boolean; blind: boolean }
  | { status: "trouble"; trouble: DeviceTrouble };

/**
 * Camera and microphone of this page. It owns their stream: opening another, or leaving, turns the old one off.
 * @param onPicture the picture came or went while the microphone stayed on; with the stream that can be recorded now
 */
export function useDevices(onPicture: (stream: MediaStream) => void) {
  const [state, setState] = useState<DevicesState>({ status: "off" });
  const held = useRef<OpenDevices | null>(null);
  const wantedLast = useRef<Wanted | null>(null);
  const latest = useRef(onPicture);
  useEffect(() => {
    latest.current = onPicture;
  });
  /** Counts how often a device was plugged in or out. */
  const [changes, setChanges] = useState(0);

  const release = useCallback(() => {
    closeDevices(held.current);
    held.current = null;
  }, []);

  const turnOff = useCallback(() => {
    release();
    setState({ status: "off" });
  }, [release]);

  const tell = useCallback((devices: OpenDevices, lost: boolean) => {
    const blind = Boolean(wantedLast.current?.video) && !hasPicture(devices.stream);
    setState({ status: "on", devices, lost, blind });
  }, []);

  const hold = useCallback(
    (devices: OpenDevices) => {
      held.current = devices;
      tell(devices, false);
    },
    [tell],
  );

  const show = useCallback(
    (picture: MediaStreamTrack | null) => {
      if (!held.current) return;
      hold(withPicture(held.current, picture));
      latest.current(held.current.stream);
    },
    [hold],
  );

  /** Minds a track that is held: that it ends, and that a camera goes blind for a while. */
  const mind = useCallback(
    (track: MediaStreamTrack) => {
      track.addEventListener("ended", () => {
        const devices = held.current;
        if (devices?.stream.getTracks().includes(track)) tell(devices, true);
      });
      if (track.kind !== "video") return;
      watchPicture(track, (gives) => {
        if (held.current?.camera === track) show(gives ? track : null);
      });
    },
    [show, tell],
  );

  const open = useCallback(
    async (wanted: Wanted): Promise<MediaStream | null> => {
      release();
      setState({ status: "opening" });
      try {
        const devices = await openDevices(wanted);
        release(); // a second press may have been faster
        hold(devices);
        devices.stream.getTracks().forEach(mind);
        return devices.stream;
      } catch (error) {
        setState({ status: "trouble", trouble: troubleOf(error) });
        return null;
      }
    },
    [release, hold, mind],
  );

  /** @returns the open stream, or null when there is trouble, which the state then tells */
  const turnOn = useCallback(
    (wanted: Wanted) => {
      wantedLast.current = wanted;
      return open(wanted);
    },
    [open],
  );

  /** Opens again what was wanted last; another camera or microphone where that one is gone, or the microphone alone. */
  const turnOnAgain = useCallback(async (): Promise<MediaStream | null> => {
    const { video = null, audio = true, ...same } = wantedLast.current ?? {};
    return (
      (await open({ video, audio, ...same })) ??
      (await open({ video, audio })) ??
      (video && audio ? await open({ video: null, audio }) : null)
    );
  }, [open]);

  /**
   * Takes a camera that was wanted and is away up again, while the microphone stays on.
   * @param asking the person may be asked for it; otherwise it is only tried where the browser asks nobody
   */
  const takeCamera = useCallback(
    async ({ asking }: { asking: boolean }): Promise<void> => {
      const [before, wanted] = [held.current, wantedLast.current];
      if (!before || !wanted?.video || hasPicture(before.stream)) return;
      // One that only gives no picture says itself when it does.
      if (!asking && before.camera?.readyState === "live" && (await areStillThere([before.camera]))) return;
      if (!asking && !(await opensSilently("camera"))) return;
      const camera = await reopenCamera(wanted.video, wanted.cameraId);
      const devices = held.current;
      if (!camera || devices?.level !== before.level || hasPicture(devices.stream)) return camera?.stop();
      devices.camera?.stop();
      held.current = { ...devices, camera };
      mind(camera);
      show(camera);
    },
    [mind, show],
  );

  /** A camera that cannot be recorded is turned off; it is tried again later. */
  const goBlind = useCallback(
    (stream: MediaStream) => {
      if (held.current?.stream !== stream || !hasPicture(stream) || stream.getAudioTracks().length === 0) return;
      held.current.camera?.stop();
      hold(withPicture(held.current, null));
    },
    [hold],
  );

  /** Another picture is wanted than the camera was opened for, or none. */
  const adaptPicture = useCallback(
    async (video: VideoLimits | null): Promise<void> => {
      const { camera } = held.current ?? {};
      const wanted = wantedLast.current;
      if (!held.current || !wanted?.video || sameLimits(wanted.video, video)) return;
      wantedLast.current = { ...wanted, video };
      if (video) return void (await camera?.applyConstraints(videoConstraints(video, wanted.cameraId)));
      camera?.stop();
      hold({ ...withPicture(held.current, null), camera: null });
    },
    [hold],
  );

  const stream = useCallback(() => held.current?.stream ?? null, []);

  useEffect(() => release, [release]);

  useEffect(() => {
    const onChange = async () => {
      const before = held.current;
      if (before && !(await areStillThere(before.stream.getTracks())) && held.current === before) tell(before, true);
      setChanges((count) => count + 1);
    };
    navigator.mediaDevices?.addEventListener("devicechange", onChange);
    return () => navigator.mediaDevices?.removeEventListener("devicechange", onChange);
  }, [tell]);

  return { state, changes, turnOn, turnOnAgain, turnOff, takeCamera, goBlind, adaptPicture, stream };
}
