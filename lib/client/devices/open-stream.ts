import type { VideoLimits } from "../recorder/quality.ts";
import { DeviceError, troubleOf } from "./device-error.ts";

/** What to open: no `video` means sound alone. Without an id the browser chooses. */
export type Wanted = {
  video: VideoLimits | null;
  /** A microphone that nothing is recorded of is not opened. */
  audio: boolean;
  cameraId?: string | undefined;
  microphoneId?: string | undefined;
};

/**
 * Opens camera and microphone; the browser may ask the person first.
 * @throws DeviceError saying why it cannot be
 */
export async function openStream({ video, audio, cameraId, microphoneId }: Wanted): Promise<MediaStream> {
  if (!window.isSecureContext) throw new DeviceError("insecure");
  if (!navigator.mediaDevices?.getUserMedia || typeof MediaRecorder === "undefined")
    throw new DeviceError("unsupported");
  try {
    return await navigator.mediaDevices.getUserMedia({
      audio: audio && {
        echoCancellation: true,
        noiseSuppression: true,
        autoGainControl: true,
        ...chosen(microphoneId),
      },
      video: video ? videoConstraints(video, cameraId) : false,
    });
  } catch (error) {
    throw new DeviceError(troubleOf(error), error);
  }
}

/**
 * Opens a camera alone, beside a microphone that is on.
 * @throws DeviceError saying why it cannot be
 */
export async function openCamera(video: VideoLimits, cameraId?: string): Promise<MediaStreamTrack | null> {
  try {
    const stream = await navigator.mediaDevices.getUserMedia({ video: videoConstraints(video, cameraId) });
    return stream.getVideoTracks()[0] ?? null;
  } catch (error) {
    throw new DeviceError(troubleOf(error), error);
  }
}

export function videoConstraints(
  { width, height, frameRate }: VideoLimits,
  cameraId: string | undefined,
): MediaTrackConstraints {
  return {
    width: { ideal: width },
    height: { ideal: height },
    frameRate: { ideal: frameRate, max: frameRate },
    ...chosen(cameraId),
  };
}

const chosen = (id: string | undefined) => (id ? { deviceId: { exact: id } } : {});

/** Turns the devices off: their lights go out. */
export function closeStream(stream: MediaStream | null): void {
  for (const track of stream?.getTracks() ?? []) track.stop();
}

/** `label`: what it is called; empty where the browser does not say. */
export type DeviceChoice = { id: string; label: string };

/** What there is to choose from. Browsers name devices only after the person has allowed one. */
export async function listDevices(): Promise<{ cameras: DeviceChoice[]; microphones: DeviceChoice[] }> {
  const devices = await navigator.mediaDevices.enumerateDevices();
  const ofKind = (kind: MediaDeviceKind) =>
    devices
      .filter((device) => device.kind === kind && device.deviceId !== "")
      .map(({ deviceId, label }) => ({ id: deviceId, label }));
  return { cameras: ofKind("videoinput"), microphones: ofKind("audioinput") };
}

/** The id of the device that a stream's track comes from. */
export function deviceIdOf(track: MediaStreamTrack | undefined): string | undefined {
  return track?.getSettings().deviceId;
}
