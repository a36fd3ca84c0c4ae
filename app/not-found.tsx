import type { Metadata } from "next";
import { PlainPage } from "@/components/shell/plain-page.tsx";
import { ButtonLink } from "@/components/ui/button.tsx";

export const metadata: Metadata = { title: "Not found" };

export default function NotFound() {
  return (
    <PlainPage>
      <h1 className="text-2xl">There is nothing at this address</h1>
      <p className="mt-3 text-muted">
        It may have been mistyped, or what was here is gone. If you came by an invitation, open its link again exactly
        as you received it.
      </p>
      <div className="mt-8">
        <ButtonLink href="/">Go to the start</ButtonLink>
      </div>
    </PlainPage>
  );
}
