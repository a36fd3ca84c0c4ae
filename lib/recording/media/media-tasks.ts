import type { Happened } from "../../words/happened.ts";
import { copyToMp4 } from "./copy-to-mp4.ts";
import { joinSegments } from "./join-segments.ts";
import { cutAnswers } from "./sound/cut-answers.ts";

/** The heavy work on media. It runs in a process of its own (`run-in-child.ts`); arguments and results travel as JSON. */
export const MEDIA_TASKS = { joinSegments, copyToMp4, cutAnswers } as const;

export type MediaTask = keyof typeof MEDIA_TASKS;
export type MediaArgs<T extends MediaTask> = Parameters<(typeof MEDIA_TASKS)[T]>;
export type MediaRequest = { [T in MediaTask]: { task: T; args: MediaArgs<T> } }[MediaTask];
export type MediaResult<T extends MediaTask> = Awaited<ReturnType<(typeof MEDIA_TASKS)[T]>>;

export type MediaReply =
  | { result: MediaResult<MediaTask> }
  /** An error cannot travel itself; `told` says that it was the media, its code what else it was. */
  | { error: { name: string; message: string; code: string | null; told?: Happened } };
