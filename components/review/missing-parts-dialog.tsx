import { Button } from "@/components/ui/button.tsx";
import { Dialog, DialogActions } from "@/components/ui/dialog.tsx";
import { useWords } from "@/components/words/use-words.ts";
import { catalogue } from "@/lib/words/catalogue.ts";
import { decision } from "@/lib/words/en/review/decision.ts";

const sentences = catalogue({ en: decision });

type MissingPartsDialogProps = {
  open: boolean;
  /** What the server said is missing. */
  message: string;
  onDecide: () => void;
  onWait: () => void;
};

/** Asks before something is decided on a recording of which parts have not arrived. */
export function MissingPartsDialog({ open, message, onDecide, onWait }: MissingPartsDialogProps) {
  const say = useWords(sentences);
  return (
    <Dialog
      open={open}
      onOpenChange={(stays) => {
        if (!stays) onWait();
      }}
      title={say("missing:title")}
      description={`${message} ${say("missing:words")}`}
    >
      <DialogActions>
        <Button onClick={onWait}>{say("missing:wait")}</Button>
        <Button variant="primary" onClick={onDecide}>
          {say("missing:decide")}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
