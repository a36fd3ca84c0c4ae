import { askChild } from "../../children/ask-child.ts";
import { ChildEnded } from "../../children/child-ended.ts";
import { event } from "../../words/happened.ts";
import { JoinError } from "./join-error.ts";
import { limitsFor, type MediaLimits, type MediaSize } from "./media-limits.ts";
import type { MediaArgs, MediaReply, MediaRequest, MediaResult, MediaTask } from "./media-tasks.ts";
import type { Progress } from "./progress.ts";

const CHILD = new URL("./media-child.ts", import.meta.url);

/**
 * Does a task on media in a process of its own.
 *
 * @param size what it has to read: the limits are made of it
 * @throws JoinError as the task does, or `limit_reached` or `reader_ended`: then trying again is of no use; the disk's errors with their
 * code; an Error when the process was ended from outside
 */
export async function runInChild<T extends MediaTask>(
  task: T,
  size: MediaSize,
  ...args: MediaArgs<T>
): Promise<MediaResult<T>> {
  return runWithin(limitsFor(size), task, ...args);
}

/** The same within other limits than those of its size. */
export async function runWithin<T extends MediaTask>(
  limits: MediaLimits,
  task: T,
  ...args: MediaArgs<T>
): Promise<MediaResult<T>> {
  const reply = await ask({ task, args } as MediaRequest, limits);
  if ("error" in reply) throw revive(reply.error);
  return reply.result as MediaResult<T>;
}

async function ask(request: MediaRequest, limits: MediaLimits): Promise<MediaReply> {
  let segment: number | null = null;
  const onProgress = (progress: Progress) => {
    segment = progress.segment;
  };
  try {
    return await askChild<MediaReply, Progress>({ script: CHILD, request, limits, onProgress });
  } catch (error) {
    throw error instanceof ChildEnded ? blame(error, segment) : error;
  }
}

/** The media, or whatever else it was. */
function blame({ end }: ChildEnded, segment: number | null): Error {
  switch (end.kind) {
    case "limit":
      return end.limit === "time"
        ? new Error("The media process waited too long, and was ended.") // the disk, not the media
        : new JoinError(event("recording_limit_reached", { limit: end.limit }), segment);
    case "signal":
      return new Error(`The media process ended early (${end.signal}).`);
    case "broke":
      return new JoinError(event("recording_reader_ended", { how: end.how }), segment);
    case "not_told":
      return new JoinError(event("recording_reader_ended:not_told"), segment);
  }
}

function revive({ name, message, code, told }: Extract<MediaReply, { error: unknown }>["error"]): Error {
  if (told) return new JoinError(told);
  return Object.assign(new Error(message), { name }, code === null ? {} : { code });
}
