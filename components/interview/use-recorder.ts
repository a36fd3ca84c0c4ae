import { useCallback, useEffect, useRef, useState, useSyncExternalStore } from "react";
import type { LocalMark, Setback } from "@/lib/client/recorder/recorder.ts";
import { type RecordingState, SessionRecording } from "@/lib/client/recorder/session-recording.ts";
import type { SegmentOptions } from "@/lib/client/recorder/start-segment.ts";
import { NOTHING_TO_UPLOAD } from "@/lib/client/upload/upload-state.ts";

/** How long a question may wait to learn the number of the segment it was asked in. */
const SEGMENT_NUMBER_WAIT_MS = 10_000;

const noChange = () => () => undefined;
const nothing = () => NOTHING_TO_UPLOAD;

type Events = { onSetback(setback: Setback, mark: LocalMark): void; onLost(): void };

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
    if (!local || !running.current) return null;
    const number = running.current.uploader.openSegment(local.segment);
    const segment = await Promise.race([number, afterMs(SEGMENT_NUMBER_WAIT_MS)]).catch(() => null);
    return segment === null ? null : { segment, offset_ms: local.offsetMs };
  }, []);

  useEffect(() => {
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

function afterMs(ms: number): Promise<null> {
  return new Promise((resolve) => setTimeout(resolve, ms, null));
}
