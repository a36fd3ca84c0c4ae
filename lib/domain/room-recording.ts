/** What is recorded of a session, as its `recording_config` says. */
export type RoomRecording = {
  format: "webm" | "mp4" | "mkv";
  quality: "HD" | "SD" | { width: number; height: number; frame_rate: number; bitrate: number };
  audio: boolean;
  video: boolean;
};

/** What the room records unless somebody else has decided. */
export const ROOM_RECORDING: RoomRecording = { format: "webm", quality: "HD", audio: true, video: true };

/**
 * Marks a config that only says what the candidate chose on one visit. It binds no later one: who typed at first may
 * turn the camera on when they come back.
 */
export const CHOSEN_BY_CANDIDATE = { chosen_by: "candidate" } as const;

/**
 * What the room is to record of a session that has begun: as whoever started it has decided.
 * @param config as stored with the session; null before it has begun
 */
export function roomRecording(config: (Partial<RoomRecording> & { chosen_by?: unknown }) | null): RoomRecording {
  if (!config || config.chosen_by === CHOSEN_BY_CANDIDATE.chosen_by) return ROOM_RECORDING;
  const { format, quality, audio, video } = { ...ROOM_RECORDING, ...config };
  return { format, quality, audio, video };
}
