import { setPriority } from "node:os";
import { serveTask } from "../../children/serve-task.ts";
import { bunzip } from "./bunzip.ts";
import { reasonOf } from "./model-error.ts";
import type { UnpackReply, UnpackRequest } from "./unpack-archive.ts";
import { unpackTar } from "./unpack-tar.ts";

/* The process that unpacks. Whoever uploads goes before it. */
const LOW = 10;

serveTask<UnpackRequest, UnpackReply>(async ({ archive, into, unpackLimits }) => {
  setPriority(LOW);
  try {
    return await unpackTar(bunzip(archive), into, unpackLimits);
  } catch (error) {
    return { reason: reasonOf(error, "") };
  }
});
