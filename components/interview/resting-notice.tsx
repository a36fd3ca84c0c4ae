import { Trash2 } from "lucide-react";

/** In place of the room, while the candidate's own request for deletion stands. */
export function RestingNotice({ organization }: { organization: string }) {
  return (
    <div className="mx-auto flex max-w-lg flex-col items-center py-12 text-center sm:py-20">
      <span className="grid size-14 place-items-center rounded-card bg-accent-soft text-accent">
        <Trash2 aria-hidden size={28} strokeWidth={1.75} />
      </span>
      <h1 className="mt-6 text-2xl">This interview rests</h1>
      <p className="mt-3 text-muted">
        You asked for your data to be deleted. Until the people at {organization} have answered, nothing more is
        recorded, shown, scored or decided. If you would rather go on, take your request back.
      </p>
    </div>
  );
}
