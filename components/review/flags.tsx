import { TriangleAlert } from "lucide-react";

/** What somebody should know before believing a score, in plain words. */
export function Flags({ flags }: { flags: { code: string; message: string }[] }) {
  if (flags.length === 0) return null;
  return (
    <ul className="flex flex-col gap-2">
      {flags.map(({ code, message }) => (
        <li key={code} className="flex gap-2 text-sm">
          <TriangleAlert aria-hidden size={16} className="mt-0.5 shrink-0 text-caution" />
          {message}
        </li>
      ))}
    </ul>
  );
}
