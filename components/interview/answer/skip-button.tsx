import { useState } from "react";
import { Button } from "@/components/ui/button.tsx";
import { Dialog, DialogActions } from "@/components/ui/dialog.tsx";

type SkipButtonProps = {
  /** Something is written that would be left behind: ask first. */
  ask: boolean;
  disabled: boolean;
  onSkip: () => void;
};

/** Leaves a question without an answer. */
export function SkipButton({ ask, disabled, onSkip }: SkipButtonProps) {
  const [asking, setAsking] = useState(false);
  return (
    <>
      <Button variant="quiet" size="large" disabled={disabled} onClick={() => (ask ? setAsking(true) : onSkip())}>
        Skip this question
      </Button>
      <Dialog
        open={asking}
        onOpenChange={setAsking}
        title="Skip this question?"
        description="What you have written here will not be sent, and you cannot come back to this question."
      >
        <DialogActions final>
          <Button variant="primary" size="large" onClick={() => setAsking(false)}>
            Go on answering
          </Button>
          <Button size="large" onClick={onSkip}>
            Skip it
          </Button>
        </DialogActions>
      </Dialog>
    </>
  );
}
