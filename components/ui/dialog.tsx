"use client";

import { X } from "lucide-react";
import { Dialog as RadixDialog } from "radix-ui";
import { type ReactNode, useRef } from "react";
import { useWords } from "@/components/words/use-words.ts";
import { catalogue } from "@/lib/words/catalogue.ts";
import { parts } from "@/lib/words/en/parts.ts";
import { Button } from "./button.tsx";
import { classNames } from "./class-names.ts";

const sentences = catalogue({ en: parts });

const FIELD = "input:not([type=hidden]):not(:disabled):not([readonly]), textarea:not(:disabled), select:not(:disabled)";
const CHOICE = "[data-choices] button:not(:disabled)";
/** Where a step begins, for when what opened the window has gone with it. */
const HEADING = "main [tabindex='-1']";

type DialogProps = {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  title: string;
  description?: ReactNode;
  children: ReactNode;
};

/**
 * A window over the page for one short task. Escape, the cross and a click outside close it; the keyboard stays inside
 * and goes back to where it came from. It begins in the first field, or else on the choice that changes nothing. On a
 * phone it rises from the bottom edge.
 */
export function Dialog({ open, onOpenChange, title, description, children }: DialogProps) {
  const say = useWords(sentences);
  const content = useRef<HTMLDivElement>(null);
  const cameFrom = useRef<Element | null>(null);

  function takeKeyboard(event: Event): void {
    cameFrom.current = document.activeElement;
    const first =
      content.current?.querySelector<HTMLElement>(FIELD) ?? content.current?.querySelector<HTMLElement>(CHOICE);
    if (!first) return;
    event.preventDefault();
    first.focus();
  }

  function giveKeyboardBack(event: Event): void {
    event.preventDefault(); // there is no trigger that it could go back to by itself
    const before = cameFrom.current;
    if (before instanceof HTMLElement && before.isConnected) before.focus();
    if (document.activeElement === document.body) document.querySelector<HTMLElement>(HEADING)?.focus();
  }

  return (
    <RadixDialog.Root open={open} onOpenChange={onOpenChange}>
      <RadixDialog.Portal>
        <RadixDialog.Overlay className="fixed inset-0 z-50 animate-appear bg-shade" />
        <RadixDialog.Content
          ref={content}
          onOpenAutoFocus={takeKeyboard}
          onCloseAutoFocus={giveKeyboardBack}
          {...(description ? {} : { "aria-describedby": undefined })}
          className="fixed inset-x-0 bottom-0 z-50 max-h-[92dvh] animate-rise overflow-y-auto rounded-t-card border border-hairline bg-surface p-6 shadow-float sm:top-1/2 sm:bottom-auto sm:mx-auto sm:w-full sm:max-w-lg sm:-translate-y-1/2 sm:rounded-card sm:p-8"
        >
          <div className="flex items-start justify-between gap-4">
            <RadixDialog.Title className="text-xl">{title}</RadixDialog.Title>
            <RadixDialog.Close asChild>
              <Button variant="quiet" size="small" iconOnly aria-label={say("close")} className="-mt-1 -me-2">
                <X aria-hidden size={18} />
              </Button>
            </RadixDialog.Close>
          </div>
          {description ? (
            <RadixDialog.Description asChild>
              <div className="mt-2 text-sm text-muted">{description}</div>
            </RadixDialog.Description>
          ) : null}
          <div className="mt-6">{children}</div>
        </RadixDialog.Content>
      </RadixDialog.Portal>
    </RadixDialog.Root>
  );
}

type DialogActionsProps = {
  children: ReactNode;
  /** The last one cannot be taken back: nowhere does it stand first. */
  final?: boolean;
};

/** The row of buttons that ends a dialog: the one that changes nothing first, the one to press last on the right. */
export function DialogActions({ children, final = false }: DialogActionsProps) {
  return (
    <div
      data-choices
      className={classNames("mt-8 flex gap-3 sm:flex-row sm:justify-end", final ? "flex-col" : "flex-col-reverse")}
    >
      {children}
    </div>
  );
}
