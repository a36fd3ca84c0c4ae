import { TriangleAlert } from "lucide-react";
import { flagAdvice } from "./flag-advice.ts";

/** What somebody should know before believing a score, in plain words, and what they can do about it. */
export function Flags({ flags }: { flags: { code: string; message: string }[] }) {
  if (flags.length === 0) return null;
  return (
    <ul aria-label="To know before relying on it" className="flex max-w-prose flex-col gap-2">
      {flags.map(({ code, message }) => {
        const advice = flagAdvice(code);
        return (
          <li key={`${code} ${message}`} className="flex gap-2 text-sm">
            <TriangleAlert aria-hidden size={16} className="mt-0.5 shrink-0 text-caution" />
            <span>
              {message}
              {advice ? <span className="mt-0.5 block text-muted">What to do: {advice}</span> : null}
            </span>
          </li>
        );
      })}
    </ul>
  );
}
