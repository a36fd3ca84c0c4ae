import { Button } from "@/components/ui/button.tsx";
import { Dialog, DialogActions } from "@/components/ui/dialog.tsx";

type MissingPartsDialogProps = {
  open: boolean;
  /** What the server said is missing. */
  message: string;
  onDecide: () => void;
  onWait: () => void;
};

/** Asks before something is decided on a recording of which parts have not arrived. */
export function MissingPartsDialog({ open, message, onDecide, onWait }: MissingPartsDialogProps) {
  return (
    <Dialog
      open={open}
      onOpenChange={(stays) => {
        if (!stays) onWait();
      }}
      title="Decide without what is missing?"
      description={`${message} After a decision they are taken only when somebody accepts late parts.`}
    >
      <DialogActions>
        <Button onClick={onWait}>Wait for them</Button>
        <Button variant="primary" onClick={onDecide}>
          Decide now
        </Button>
      </DialogActions>
    </Dialog>
  );
}
