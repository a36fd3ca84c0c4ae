import type { Operation } from "../operation.ts";
import * as account from "./account.ts";
import * as candidates from "./candidates.ts";
import * as documentation from "./documentation.ts";
import * as exports from "./exports.ts";
import * as health from "./health.ts";
import * as heardWords from "./heard-words.ts";
import * as interview from "./interview.ts";
import * as interviews from "./interviews.ts";
import * as nextQuestions from "./next-questions.ts";
import * as pages from "./pages.ts";
import * as results from "./results.ts";
import * as shares from "./shares.ts";
import * as templates from "./templates.ts";
import * as upload from "./upload.ts";
import * as voice from "./voice.ts";
import * as webhooks from "./webhooks.ts";

/** Every operation there is, in the order of the documentation. */
export const OPERATIONS: readonly Operation[] = [
  interview,
  nextQuestions,
  heardWords,
  voice,
  upload,
  candidates,
  templates,
  interviews,
  results,
  exports,
  shares,
  pages,
  webhooks,
  account,
  health,
  documentation,
].flatMap((group) => Object.values<Operation>(group));
