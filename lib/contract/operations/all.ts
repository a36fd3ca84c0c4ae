import type { Operation } from "../operation.ts";
import * as account from "./account.ts";
import * as documentation from "./documentation.ts";
import * as health from "./health.ts";
import * as interview from "./interview.ts";
import * as pages from "./pages.ts";
import * as upload from "./upload.ts";
import * as voice from "./voice.ts";
import * as webhooks from "./webhooks.ts";

/** Every operation there is, in the order of the documentation. */
export const OPERATIONS: readonly Operation[] = [
  interview,
  voice,
  upload,
  pages,
  webhooks,
  account,
  health,
  documentation,
].flatMap((group) => Object.values<Operation>(group));
