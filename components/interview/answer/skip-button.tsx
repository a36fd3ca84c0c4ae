import { useState } from "react";
import { Button } from "@/components/ui/button.tsx";
import { Dialog, DialogActions } from "@/components/ui/dialog.tsx";
import { useWords } from "@/components/words/use-words.ts";
import { catalogue } from "@/lib/words/catalogue.ts";
import { questions } from "@/lib/words/en/room/questions.ts";

const sentences = catalogue({ en: questions });

type SkipButtonProps = {
  /** Something is written that would be left behind: ask first. */
  ask: boolean;
  disabled: boolean;
  onSkip: () => void;
};

/** Leaves a question without an answer. */
export function SkipButton({ ask, disabled, onSkip }: SkipButtonProps) {
  const say = useWords(sentences);
  const [asking, setAsking] = useState(false);
  return (
    <>
      <Button variant="quiet" size="large" disabled={disabled} onClick={() => (ask ? setAsking(true) : onSkip())}>
        {say("skip")}
      </Button>
      <Dialog open={asking} onOpenChange={setAsking} title={say("skip:title")} description={say("skip:words")}>
        <DialogActions final>
          <Button variant="primary" size="large" onClick={() => setAsking(false)}>
            {say("skip:stay")}
          </Button>
          <Button size="large" onClick={onSkip}>
            {say("skip:go")}
          </Button>
        </DialogActions>
      </Dialog>
    </>
  );
}
