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

  useEffect(() => release, [release]);

  return { state, turnOn, turnOff };
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
