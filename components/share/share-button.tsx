"use client";

import { Share2 } from "lucide-react";
import { useState } from "react";
import { Button } from "@/components/ui/button.tsx";
import { Dialog } from "@/components/ui/dialog.tsx";
import { useWords } from "@/components/words/use-words.ts";
import { catalogue } from "@/lib/words/catalogue.ts";
import { sharing } from "@/lib/words/en/review/sharing.ts";
import { OpenLinks } from "./open-links.tsx";
import { ShareForm } from "./share-form.tsx";

const sentences = catalogue({ en: sharing });

type ShareButtonProps = { interviewId: string; candidateName: string };

/** The button that shows an interview to somebody without an account. */
export function ShareButton({ interviewId, candidateName }: ShareButtonProps) {
  const say = useWords(sentences);
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button size="small" onClick={() => setOpen(true)}>
        <Share2 aria-hidden size={14} />
        {say("share")}
      </Button>
      <Dialog
        open={open}
        onOpenChange={setOpen}
        title={say("title")}
        description={say("words", { name: candidateName })}
      >
        <ShareForm interviewId={interviewId} />
        <OpenLinks interviewId={interviewId} />
      </Dialog>
    </>
  );
}
