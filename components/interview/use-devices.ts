import { useCallback, useEffect, useRef, useState } from "react";
import { type DeviceTrouble, troubleOf } from "@/lib/client/devices/device-error.ts";
import { MicrophoneLevel } from "@/lib/client/devices/microphone-level.ts";
import {
  closeStream,
  type DeviceChoice,
  deviceIdOf,
  listDevices,
  openStream,
  type Wanted,
} from "@/lib/client/devices/open-stream.ts";

type OpenDevices = {
  stream: MediaStream;
  level: MicrophoneLevel;
  cameras: DeviceChoice[];
  microphones: DeviceChoice[];
  cameraId: string | undefined;
  microphoneId: string | undefined;
};

/** `lost`: a device went away while it was in use. */
export type DevicesState =
  | { status: "off" }
  | { status: "opening" }
  | { status: "on"; devices: OpenDevices; lost: boolean }
  | { status: "trouble"; trouble: DeviceTrouble };

/** Camera and microphone of this page. It owns their stream: opening another, or leaving, turns the old one off. */
export function useDevices() {
  const [state, setState] = useState<DevicesState>({ status: "off" });
  const held = useRef<OpenDevices | null>(null);
  const wantedLast = useRef<Wanted | null>(null);
  /** Counts how often a device was plugged in or out. */
  const [changes, setChanges] = useState(0);

  const release = useCallback(() => {
    closeStream(held.current?.stream ?? null);
    held.current?.level.close();
    held.current = null;
  }, []);

  const turnOff = useCallback(() => {
    release();
    setState({ status: "off" });
  }, [release]);

  /** @returns the open stream, or null when there is trouble, which the state then tells */
  const turnOn = useCallback(
    async (wanted: Wanted): Promise<MediaStream | null> => {
      release();
      wantedLast.current = wanted;
      setState({ status: "opening" });
      try {
        const devices = await open(wanted);
        release(); // a second press may have been faster
        held.current = devices;
        setState({ status: "on", devices, lost: false });
        for (const track of devices.stream.getTracks()) {
          track.addEventListener("ended", () => {
            if (held.current === devices) setState({ status: "on", devices, lost: true });
          });
        }
        return devices.stream;
      } catch (error) {
        setState({ status: "trouble", trouble: troubleOf(error) });
        return null;
      }
    },
    [release],
  );

  /** Opens again what was open last; another camera or microphone where that one is gone, or the microphone alone. */
  const turnOnAgain = useCallback(async (): Promise<MediaStream | null> => {
    const { video = null, ...same } = wantedLast.current ?? {};
    return (
      (await turnOn({ video, ...same })) ?? (await turnOn({ video })) ?? (video && (await turnOn({ video: null })))
    );
  }, [turnOn]);

  useEffect(() => release, [release]);

  useEffect(() => {
    const onChange = async () => {
      const before = held.current;
      if (before && !(await stillThere(before)) && held.current === before)
        setState({ status: "on", devices: before, lost: true });
      setChanges((count) => count + 1);
    };
    navigator.mediaDevices?.addEventListener("devicechange", onChange);
    return () => navigator.mediaDevices?.removeEventListener("devicechange", onChange);
  }, []);

  return { state, changes, turnOn, turnOnAgain, turnOff };
}

/** Not every browser ends a track when its device is pulled out. */
async function stillThere({ stream }: OpenDevices): Promise<boolean> {
  const { cameras, microphones } = await listDevices();
  const ids = [...cameras, ...microphones].map(({ id }) => id);
  if (ids.length === 0) return true; // a browser that names none to this page
  return stream.getTracks().every((track) => ids.includes(deviceIdOf(track) ?? ""));
}

async function open(wanted: Wanted): Promise<OpenDevices> {
  const stream = await openStream(wanted);
  const [camera, microphone] = [stream.getVideoTracks()[0], stream.getAudioTracks()[0]];
  return {
    stream,
    level: new MicrophoneLevel(stream),
    ...(await listDevices()),
    cameraId: deviceIdOf(camera),
    microphoneId: deviceIdOf(microphone),
  };
}
