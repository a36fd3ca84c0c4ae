"use client";

import { Share2 } from "lucide-react";
import { useState } from "react";
import { Button } from "@/components/ui/button.tsx";
import { Dialog } from "@/components/ui/dialog.tsx";
import { OpenLinks } from "./open-links.tsx";
import { ShareForm } from "./share-form.tsx";

type ShareButtonProps = { interviewId: string; candidateName: string };

/** The button that shows an interview to somebody without an account. */
export function ShareButton({ interviewId, candidateName }: ShareButtonProps) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button size="small" onClick={() => setOpen(true)}>
        <Share2 aria-hidden size={14} />
        Share
      </Button>
      <Dialog
        open={open}
        onOpenChange={setOpen}
        title="Share this interview"
        description={`Whoever holds the link sees ${candidateName}’s recording, answers and scores, without signing in. There is no e-mail address, no decision and no other interview behind it.`}
      >
        <ShareForm interviewId={interviewId} />
        <OpenLinks interviewId={interviewId} />
      </Dialog>
    </>
  );
}
