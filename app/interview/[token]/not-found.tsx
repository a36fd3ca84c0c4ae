import { ClosedNotice } from "@/components/interview/closed-notice.tsx";
import { RoomFrame } from "@/components/interview/room-frame.tsx";

/** For a link that leads to no invitation. */
export default function InvitationNotFound() {
  return (
    <RoomFrame>
      <ClosedNotice reason="not_found" />
    </RoomFrame>
  );
}
