import { LoaderCircle } from "lucide-react";

/** Something is under way. The words for it belong to whoever draws it. */
export function Spinner({ size = 16 }: { size?: number }) {
  return <LoaderCircle aria-hidden size={size} className="shrink-0 animate-spin" />;
}
