import { useCallback, useEffect, useRef, useState, useSyncExternalStore } from "react";
import { pageKey } from "@/lib/client/claim/page-key.ts";
import type { LocalMark, Setback } from "@/lib/client/recorder/recorder.ts";
import { type RecordingState, SessionRecording } from "@/lib/client/recorder/session-recording.ts";
import type { SegmentOptions } from "@/lib/client/recorder/start-segment.ts";
import { NOTHING_TO_UPLOAD } from "@/lib/client/upload/upload-state.ts";
import { wireMark } from "@/lib/client/upload/wire-mark.ts";

const noChange = () => () => undefined;
const nothing = () => NOTHING_TO_UPLOAD;

type Events = {
  onSetback(setback: Setback, mark: LocalMark): void;
  onLost(): void;
  /** The server answered a sign of life. */
  onReachable(): void;
};

/** The recording of this page's session, for as long as the page is open. */
export function useRecorder(events: Events) {
  const running = useRef<SessionRecording | null>(null);
  const latest = useRef(events);
  useEffect(() => {
    latest.current = events;
  });
  const [recording, setRecording] = useState<SessionRecording | null>(null);
  const [state, setState] = useState<RecordingState>("idle");
  const { uploader } = recording ?? {};
  const upload = useSyncExternalStore(uploader?.subscribe ?? noChange, uploader?.getState ?? nothing, nothing);

  /** Makes this page the one that records the session. @throws SessionElsewhere, ClientError, NetworkError */
  const claim = useCallback(async (sessionId: string, takeOver: boolean) => {
    running.current ??= new SessionRecording(sessionId, {
      onState: setState,
      onSetback: (setback, mark) => latest.current.onSetback(setback, mark),
      onLost: () => latest.current.onLost(),
      onReachable: () => latest.current.onReachable(),
    });
    setRecording(running.current);
    await running.current.claim(takeOver);
  }, []);

  /** Begins a segment. @throws Error when the browser cannot record this stream */
  const begin = useCallback(async (stream: MediaStream, options: SegmentOptions) => {
    // Asks that the browser keeps what waits here, also when its disk gets full. It decides, and never says no aloud.
    void navigator.storage?.persist?.().catch(() => false);
    await running.current?.begin(stream, options);
  }, []);

  const interrupt = useCallback((setback: Setback) => running.current?.interrupt(setback), []);

  /** Ends the recording and waits until the server has all of it. @throws UploadStopped when it never will */
  const finish = useCallback(async () => running.current?.finish(), []);

  /** The interview has ended. */
  const letGo = useCallback(() => running.current?.letGo(), []);

  /** Ends the recording; what is pending is still sent, as long as the server takes it. */
  const stop = useCallback(() => running.current?.stop(), []);

  const mark = useCallback(() => running.current?.mark() ?? null, []);

  /** A mark as the server knows it; null when nothing was recorded or the segment's number does not come. */
  const toWire = useCallback(async (local: LocalMark | null) => {
    const { uploader } = running.current ?? {};
    return uploader ? wireMark(local, (info) => uploader.openSegment(info)) : null;
  }, []);

  useEffect(() => {
    void pageKey(); // a name may take a second to find, which nobody should wait for later
    const wake = () => running.current?.uploader.wake();
    window.addEventListener("online", wake);
    return () => {
      window.removeEventListener("online", wake);
      running.current?.close();
      running.current = null;
    };
  }, []);

  return { state, upload, claim, begin, interrupt, stop, finish, letGo, mark, toWire };
}
