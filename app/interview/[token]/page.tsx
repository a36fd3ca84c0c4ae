import type { Metadata } from "next";
import { headers } from "next/headers";
import { notFound } from "next/navigation";
import { ClosedNotice } from "@/components/interview/closed-notice.tsx";
import { DeletionRequest } from "@/components/interview/deletion-request.tsx";
import { ForgetDrafts } from "@/components/interview/forget-drafts.tsx";
import { HeardAfterEnd } from "@/components/interview/heard/heard-after-end.tsx";
import { InterviewRoom } from "@/components/interview/interview-room.tsx";
import { RestingNotice } from "@/components/interview/resting-notice.tsx";
import { RoomFrame } from "@/components/interview/room-frame.tsx";
import { pageLocale } from "@/components/words/page-locale.ts";
import { countWrongLink } from "@/lib/http/wrong-links.ts";
import { getInvitationView } from "@/lib/sitting/get-invitation.ts";
import { noteOpened } from "@/lib/sitting/note-opened.ts";
import { catalogue } from "@/lib/words/catalogue.ts";
import { welcome } from "@/lib/words/en/room/welcome.ts";

const sentences = catalogue({ en: welcome });

// The address is the candidate's key: no other site may see it as a referrer.
export async function generateMetadata(): Promise<Metadata> {
  return { title: sentences.in(await pageLocale())("page"), referrer: "no-referrer" };
}

/** The candidate's room, or what stands in its place when the invitation cannot be taken. */
export default async function InterviewPage({ params }: PageProps<"/interview/[token]">) {
  const { token } = await params;
  const view = await getInvitationView(token);
  switch (view.state) {
    case "not_found":
      await countWrongLink(await headers());
      return notFound();
    case "open":
    case "in_progress":
      await noteOpened(view.token);
      if (view.deletion?.name !== "asked") return <InterviewRoom invitation={view} />;
      return (
        <RoomFrame organization={view.organization} roleTitle={view.roleTitle}>
          <RestingNotice organization={view.organization} />
          <DeletionRequest {...view} />
        </RoomFrame>
      );
    default: {
      const heard = view.deletion?.name === "asked" ? undefined : view.heard;
      return (
        <RoomFrame organization={view.organization} roleTitle={view.roleTitle}>
          <ForgetDrafts localKey={view.localKey} />
          <ClosedNotice reason={view.state} organization={view.organization} heard={heard !== undefined} />
          {heard ? <HeardAfterEnd {...heard} /> : null}
          <DeletionRequest {...view} token={token} />
        </RoomFrame>
      );
    }
  }
}
