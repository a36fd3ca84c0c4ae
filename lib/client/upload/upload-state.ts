/** What the room shows of the upload. A new object at every change. */
export type UploadState = {
  /** Recorded but not acknowledged by the server. */
  pendingParts: number;
  pendingBytes: number;
  /** Of these, what only this page holds, because the browser's storage takes no more. */
  bytesInMemory: number;
  /** Of these, what is on its way to that storage: seconds of it when that is slow. */
  bytesBeingKept: number;
  /** Acknowledged since this page was opened. */
  savedBytes: number;
  /** Age of the oldest byte that is not acknowledged; 0 when everything is. */
  behindSeconds: number;
  /** Unix milliseconds; null before the first acknowledgement. */
  lastSavedAt: number | null;
  /** False from a failed attempt to reach the server until the next answer. */
  online: boolean;
  /** Set when the server takes nothing more and never will: why. What is pending stays unsent. */
  stopped: { code: string; message: string } | null;
};

export const NOTHING_TO_UPLOAD: UploadState = {
  pendingParts: 0,
  pendingBytes: 0,
  bytesInMemory: 0,
  bytesBeingKept: 0,
  savedBytes: 0,
  behindSeconds: 0,
  lastSavedAt: null,
  online: true,
  stopped: null,
};
