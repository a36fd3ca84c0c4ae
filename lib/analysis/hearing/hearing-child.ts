import { serveTask } from "../../children/serve-task.ts";
import { type HearAgain, type HeardAgain, hearAgain } from "./hear-again.ts";

/* The process that scores answers as they could as well have been heard. What breaks in it ends it. */
serveTask<HearAgain, { heard: HeardAgain | null }>(async ({ companyValues, answers }) => ({
  heard: hearAgain({ companyValues, answers }),
}));
