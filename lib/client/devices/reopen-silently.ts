import type { VideoLimits } from "../recorder/quality.ts";
import { listDevices, openCamera } from "./open-stream.ts";

/**
 * Whether such a device is there and this page may open it without a question to the person. A browser that does not
 * tell is taken to ask.
 */
export async function opensSilently(kind: "camera" | "microphone"): Promise<boolean> {
  const { cameras, microphones } = await listDevices();
  if ((kind === "camera" ? cameras : microphones).length === 0) return false;
  const permission = await navigator.permissions?.query({ name: kind }).catch(() => null); // a name it does not know
  return permission?.state === "granted";
}

/**
 * The camera that was used before if it is there, else any other.
 * @returns null while none can be opened: gone, or in another program's hands
 */
export async function reopenCamera(video: VideoLimits, cameraId?: string): Promise<MediaStreamTrack | null> {
  const { cameras } = await listDevices();
  const known = cameras.some(({ id }) => id === cameraId) ? cameraId : undefined;
  const before = known ? await openCamera(video, known).catch(() => null) : null; // busy; another one may be free
  return before ?? (await openCamera(video).catch(() => null)); // asked for again later
}
