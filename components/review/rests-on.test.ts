import { expect, test } from "vitest";
import { restsOn } from "./rests-on.ts";

test.each([
  [1, 2, 1, "Made on version 1 of the recording and version 2 of the analysis."],
  [
    1,
    2,
    3,
    "Made on version 1 of the recording and version 2 of the analysis. The recording has changed since: it is version 3 now.",
  ],
  [0, 0, 0, "Made without a recording."],
  [
    0,
    1,
    2,
    "Made without a recording and version 1 of the analysis. The recording has changed since: it is version 2 now.",
  ],
  [null, null, 2, "Made before it was kept on which version of the recording."],
])("a decision on recording %s and analysis %s, with recording %s now: “%s”", (recording, analysis, now, words) => {
  expect(restsOn({ recording_version: recording, analysis_version: analysis }, now, "en")).toBe(words);
});
