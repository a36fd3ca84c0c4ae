import type { StorageFolder } from "../../storage/storage.ts";
import { removed, type Subject, type Table, type Whose } from "./treatment.ts";

/* What was recorded: rows, in the order in which they are erased, and files. */

const ofSegments = ({ candidateId }: Subject) => ({ segment: { recording: { session: { candidateId } } } });

export const RECORDING_TABLES = {
  Part: {
    whose: "candidate",
    found: ofSegments,
    columns: removed("segmentId", "seq", "offset", "length", "sha256", "storageKey", "receivedAt"),
  } satisfies Table<"Part">,

  PartConflict: {
    whose: "candidate",
    found: ofSegments,
    columns: removed("segmentId", "seq", "sha256", "length", "storageKey", "at"),
  } satisfies Table<"PartConflict">,

  Segment: {
    whose: "candidate",
    found: ({ candidateId }) => ({ recording: { session: { candidateId } } }),
    columns: removed(
      "id",
      "sessionId",
      "index",
      "clientKey",
      "mimeType",
      "startedAt",
      "closedParts",
      "partSpan",
      "epoch",
      "startMs",
      "durationMs",
    ),
  } satisfies Table<"Segment">,

  Recording: {
    whose: "candidate",
    found: ({ candidateId }) => ({ session: { candidateId } }),
    columns: removed(
      "sessionId",
      "status",
      "processingStatus",
      "version",
      "file",
      "durationSeconds",
      "sizeBytes",
      "format",
      "mimeType",
      "quality",
      "sha256",
      "provisional",
      "gaps",
      "playlist",
      "error",
      "material",
      "finalizingBy",
      "finalizingUntil",
      "startedAt",
      "completedAt",
      "partSpan",
      "receivedBytes",
      "conflictCount",
      "organizationId",
      "sessionStartedAt",
      "sessionPublicId",
    ),
  } satisfies Table<"Recording">,
};

/** Every folder of the storage: whose files lie there, and by which prefixes a candidate's are found, whether a row names them or not. */
export const STORED = {
  parts: { whose: "candidate", prefixes: ({ sessionIds }) => sessionIds.map((id) => `parts/${id}`) },
  // With what ends the number: 1 is not 12.
  recordings: {
    whose: "candidate",
    prefixes: ({ candidateId }) => [`recordings/interview_session_${candidateId}_*`],
  },
  speech: { whose: "nobody", prefixes: () => [] }, // questions of templates, spoken; named by a hash of their words
} satisfies Record<StorageFolder, { whose: Whose; prefixes: (subject: Subject) => string[] }>;
