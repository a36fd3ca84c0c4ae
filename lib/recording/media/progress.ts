/** What is being read now; null: nothing of any one segment. */
export type Progress = { segment: number | null };

let tell: (progress: Progress) => void = () => {};

/** Who hears what is being read. Without a listener nobody does: it is for whoever has to say where a process was when it was ended. */
export function tellProgress(listener: (progress: Progress) => void): void {
  tell = listener;
}

/** @param segment index in the list of segments given */
export function nowReading(segment: number | null): void {
  tell({ segment });
}
