import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import type { Readings } from "./read-all.ts";
import { RELEASED } from "./restore.ts";

/** What the code of a commit answered about the dump of a release (record-answers.ts). */
export function recordedAnswers(release: string, commit: string): Readings {
  const file = join(RELEASED, release, `answers-of-${commit}.json.gz`);
  return JSON.parse(gunzipSync(readFileSync(file)).toString());
}
