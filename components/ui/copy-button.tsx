"use client";

import { Check, Copy } from "lucide-react";
import { useEffect, useState } from "react";
import { useWords } from "@/components/words/use-words.ts";
import { catalogue } from "@/lib/words/catalogue.ts";
import { parts } from "@/lib/words/en/parts.ts";
import { Button, type ButtonVariant } from "./button.tsx";
import { type ToastMessage, useToast } from "./toast.tsx";

const sentences = catalogue({ en: parts });

const SAID_MS = 2_500;

type CopyButtonProps = { text: string; children: string; variant?: ButtonVariant };

/** Copies `text` and says so where the eyes are. */
export function CopyButton({ text, children, variant }: CopyButtonProps) {
  const say = useWords(sentences);
  const copyRefused = useCopyRefused();
  const [copied, setCopied] = useState(false);
  const toast = useToast();
  useEffect(() => {
    if (!copied) return;
    const timer = setTimeout(() => setCopied(false), SAID_MS);
    return () => clearTimeout(timer);
  }, [copied]);
  const copy = async () => {
    if (await copyText(text)) setCopied(true);
    else toast(copyRefused);
  };
  return (
    <Button variant={variant} onClick={copy}>
      {copied ? <Check aria-hidden size={16} /> : <Copy aria-hidden size={16} />}
      <span aria-live="polite">{copied ? say("copied") : children}</span>
    </Button>
  );
}

/** What to say when the browser does not let us. */
export function useCopyRefused(): ToastMessage {
  const say = useWords(sentences);
  return { tone: "caution", title: say("copy_refused:title"), description: say("copy_refused:words") };
}

/** @returns whether it is on the clipboard: browsers refuse on insecure addresses and without permission */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}
