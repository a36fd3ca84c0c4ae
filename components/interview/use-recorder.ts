import { useCallback, useEffect, useRef, useState, useSyncExternalStore } from "react";
import { uploadApi } from "@/lib/client/interview-api.ts";
import { type LocalMark, Recorder, type RecorderState } from "@/lib/client/recorder/recorder.ts";
import type { SegmentOptions } from "@/lib/client/recorder/start-segment.ts";
import { NOTHING_TO_UPLOAD } from "@/lib/client/upload/upload-state.ts";
import { Uploader } from "@/lib/client/upload/uploader.ts";

/** How long a question may wait to learn the number of the segment it was asked in. */
const SEGMENT_NUMBER_WAIT_MS = 10_000;

type Running = { recorder: Recorder; uploader: Uploader };

const noChange = () => () => undefined;
const nothing = () => NOTHING_TO_UPLOAD;

/** The recording of one session: owns its MediaRecorder and the upload behind it. */
export function useRecorder() {
  const running = useRef<Running | null>(null);
  const [uploader, setUploader] = useState<Uploader | null>(null);
  const [state, setState] = useState<RecorderState>("idle");
  const upload = useSyncExternalStore(uploader?.subscribe ?? noChange, uploader?.getState ?? nothing, nothing);

  /** Begins a segment. @throws Error when the browser cannot record this stream */
  const begin = useCallback(async (sessionId: string, stream: MediaStream, options: SegmentOptions) => {
    running.current ??= connect(sessionId, setState);
    setUploader(running.current.uploader);
    await running.current.recorder.start(stream, options);
  }, []);

  /** Ends the recording and waits until the server has all of it. @throws UploadStopped when it never will */
  const finish = useCallback(async () => {
    await running.current?.recorder.stop();
    await running.current?.uploader.drain();
  }, []);

  /** Ends the recording; what is pending is still sent, as long as the server takes it. */
  const stop = useCallback(() => running.current?.recorder.stop(), []);

  const mark = useCallback(() => running.current?.recorder.mark() ?? null, []);

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
      void running.current?.recorder.stop();
      running.current?.uploader.close();
      running.current = null;
    };
  }, []);

  return { state, upload, begin, stop, finish, mark, toWire };
}

function connect(sessionId: string, onState: (state: RecorderState) => void): Running {
  const uploader = new Uploader({ api: uploadApi(sessionId) });
  const recorder = new Recorder({
    onSegment: (segment) => void uploader.openSegment(segment),
    onSlice: (segment, slice) => uploader.add(segment, slice),
    onState,
  });
  return { recorder, uploader };
}

function afterMs(ms: number): Promise<null> {
  return new Promise((resolve) => setTimeout(resolve, ms, null));
}
