import { MicrophoneLevel } from "./microphone-level.ts";
import { closeStream, type DeviceChoice, deviceIdOf, listDevices, openStream, type Wanted } from "./open-stream.ts";

export type OpenDevices = {
  /** What can be recorded now: the microphone, and the camera while it gives a picture. */
  stream: MediaStream;
  /** The camera that is on, also while it gives no picture. */
  camera: MediaStreamTrack | null;
  /** Null without a microphone. */
  level: MicrophoneLevel | null;
  cameras: DeviceChoice[];
  microphones: DeviceChoice[];
  cameraId: string | undefined;
  microphoneId: string | undefined;
};

/** @throws DeviceError saying why they cannot be used */
export async function openDevices(wanted: Wanted): Promise<OpenDevices> {
  const stream = await openStream(wanted);
  const [camera, microphone] = [stream.getVideoTracks()[0], stream.getAudioTracks()[0]];
  return {
    stream,
    camera: camera ?? null,
    level: microphone ? new MicrophoneLevel(stream) : null,
    ...(await listDevices()),
    cameraId: deviceIdOf(camera),
    microphoneId: deviceIdOf(microphone),
  };
}

/** Turns them off. */
export function closeDevices(devices: OpenDevices | null): void {
  closeStream(devices?.stream ?? null);
  devices?.camera?.stop();
  devices?.level?.close();
}

/** The same microphone with this camera, or without a picture. The stream is another one, as a recorder needs it. */
export function withPicture(devices: OpenDevices, picture: MediaStreamTrack | null): OpenDevices {
  const tracks = [...devices.stream.getAudioTracks(), ...(picture ? [picture] : [])];
  return {
    ...devices,
    stream: new MediaStream(tracks),
    cameraId: deviceIdOf(picture ?? undefined) ?? devices.cameraId,
  };
}

export const hasPicture = (stream: MediaStream) => stream.getVideoTracks().length > 0;

/** Not every browser ends a track when its device is pulled out. */
export async function areStillThere(tracks: readonly MediaStreamTrack[]): Promise<boolean> {
  const { cameras, microphones } = await listDevices();
  const ids = [...cameras, ...microphones].map(({ id }) => id);
  if (ids.length === 0) return true; // a browser that names none to this page
  return tracks.every((track) => ids.includes(deviceIdOf(track) ?? ""));
}
