import { useEffect, useState } from "react";
import { Sitting } from "@/lib/client/room/sitting.ts";
import type { OpenInvitation } from "@/lib/domain/invitation-view.ts";
import { useEngine } from "./use-engine.ts";

/** The room: its engine, for what a candidate does, and how things stand, for the views to draw. */
export function useRoom(invitation: OpenInvitation) {
  const [sitting] = useState(() => new Sitting(invitation));
  useEffect(() => sitting.open(), [sitting]);
  const { room: state, ...own } = useEngine(sitting);
  return {
    sitting,
    state,
    ...own,
    recording: useEngine(sitting.recorder),
    devices: useEngine(sitting.recorder.devices),
    outbox: useEngine(sitting.outbox),
  };
}

export type Room = ReturnType<typeof useRoom>;
