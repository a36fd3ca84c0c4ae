import type { Metadata } from "next";
import { PlainPage } from "@/components/shell/plain-page.tsx";

export const metadata: Metadata = { title: "Shared interview" };

/** Unknown, revoked and over look the same: it says nothing about what there was. */
export default function NothingShared() {
  return (
    <PlainPage>
      <h1 className="text-2xl">This link does not show anything</h1>
      <p className="mt-3 text-muted">
        Shared links end after some days, or when whoever made them ends them. It may also have been cut off on its way:
        copy it whole, or ask the person who sent it for a new one.
      </p>
    </PlainPage>
  );
}
