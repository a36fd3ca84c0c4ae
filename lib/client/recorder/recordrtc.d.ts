/** What we use of RecordRTC 5.6, which ships no types. */
declare module "recordrtc" {
  interface MediaStreamRecorder {
    /** The native recorder; null before the recording starts. */
    getInternalRecorder(): MediaRecorder | null;
    /** The live list of every slice so far, not a copy. */
    getArrayOfBlobs(): Blob[];
  }

  interface Options {
    type: "video";
    recorderType: new () => MediaStreamRecorder;
    mimeType: string;
    timeSlice: number;
    disableLogs: boolean;
    videoBitsPerSecond?: number | undefined;
    audioBitsPerSecond?: number | undefined;
    /** Milliseconds; handed through to the native recorder. */
    videoKeyFrameIntervalDuration?: number;
    ondataavailable(slice: Blob): void;
  }

  export default class RecordRTC {
    static MediaStreamRecorder: new () => MediaStreamRecorder;
    constructor(stream: MediaStream, options: Options);
    startRecording(): void;
    /** The callback gets an object URL of everything in the list. */
    stopRecording(callback?: (url: string) => void): void;
    getInternalRecorder(): MediaStreamRecorder | null;
  }
}
