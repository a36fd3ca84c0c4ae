"use client";

import { PlainPage } from "@/components/shell/plain-page.tsx";
import { Trouble } from "@/components/shell/trouble.tsx";
import "./globals.css";

/** In place of everything, when not even the frame of the pages could be drawn. */
export default function GlobalError({ error, retry }: { error: unknown; retry: () => void }) {
  return (
    <html lang="en">
      <body>
        <title>TalentFlow</title>
        <PlainPage>
          <Trouble error={error} retry={retry} />
        </PlainPage>
      </body>
    </html>
  );
}
