import type { RecordingAnswer } from "../../contract/interview-answers.ts";
import { mediaUrl } from "../../contract/media-url.ts";
import type { NetworkQuality } from "../../domain/network-quality.ts";
import type { getRecording } from "../../sitting/read-results.ts";
import { presentGaps } from "../gaps.ts";
import { presentOtherFiles } from "../other-files.ts";
import { presentTimeOrNull } from "../time.ts";

type Read = Awaited<ReturnType<typeof getRecording>>;
type Found = Omit<Read, "session"> & { session: Omit<NonNullable<Read["session"]>, "candidate"> | null };

export function presentRecording({ candidateId, session, segments }: Found): RecordingAnswer {
  const recording = session?.recording ?? null;
  const duration = recording?.durationSeconds ?? null;
  return {
    success: true,
    candidate_id: candidateId,
    recording_info: {
      recording_file: recording?.file ?? null,
      recording_duration: duration === null ? null : Math.round(duration),
      recording_size: recording?.sizeBytes == null ? null : Number(recording.sizeBytes),
      recording_format: recording?.format ?? null,
      recording_quality: recording?.quality ?? null,
      recording_status: recording?.status ?? "not_started",
      session_id: session?.publicId ?? null,
      started_at: presentTimeOrNull(recording?.startedAt ?? null),
      completed_at: presentTimeOrNull(recording?.completedAt ?? null),
      processing_status: recording?.processingStatus ?? null,
      sha256: recording?.sha256 ?? null,
      mime_type: recording?.mimeType ?? null,
      media_url: session && recording?.file ? mediaUrl(candidateId, session.publicId) : null,
      version: recording?.version ?? 0,
      provisional: recording?.provisional ?? false,
      segments: segments.map(presentSegment),
      gaps: presentGaps(recording?.gaps ?? []),
      other_files: session ? presentOtherFiles(session, recording?.playlist ?? []) : [],
      network_quality: (session?.networkQuality ?? null) as NetworkQuality | null,
      browser_info: session?.browserInfo ?? null,
    },
  };
}

function presentSegment(segment: Found["segments"][number]): RecordingAnswer["recording_info"]["segments"][number] {
  const { index, mimeType, startMs, durationMs, parts, missing } = segment;
  return {
    segment: index,
    mime_type: mimeType,
    start_seconds: startMs === null ? null : startMs / 1000,
    duration_seconds: durationMs === null ? null : durationMs / 1000,
    parts,
    missing,
  };
}
