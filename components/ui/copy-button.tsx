"use client";

import { Check, Copy } from "lucide-react";
import { useEffect, useState } from "react";
import { Button, type ButtonVariant } from "./button.tsx";
import { useToast } from "./toast.tsx";

const SAID_MS = 2_500;

type CopyButtonProps = { text: string; children: string; variant?: ButtonVariant };

/** Copies `text` and says so where the eyes are. */
export function CopyButton({ text, children, variant }: CopyButtonProps) {
  const [copied, setCopied] = useState(false);
  const toast = useToast();
  useEffect(() => {
    if (!copied) return;
    const timer = setTimeout(() => setCopied(false), SAID_MS);
    return () => clearTimeout(timer);
  }, [copied]);
  const copy = async () => {
    if (await copyText(text)) setCopied(true);
    else toast(COPY_REFUSED);
  };
  return (
    <Button variant={variant} onClick={copy}>
      {copied ? <Check aria-hidden size={16} /> : <Copy aria-hidden size={16} />}
      <span aria-live="polite">{copied ? "Copied" : children}</span>
    </Button>
  );
}

/** What to say when the browser does not let us. */
export const COPY_REFUSED = {
  tone: "caution",
  title: "Your browser did not allow copying.",
  description: "Select the text and copy it by hand.",
} as const;

/** @returns whether it is on the clipboard: browsers refuse on insecure addresses and without permission */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}
