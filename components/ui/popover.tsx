"use client";

import { Popover as RadixPopover } from "radix-ui";
import type { ReactNode } from "react";

type PopoverProps = {
  /** The button that opens it. */
  trigger: ReactNode;
  label: string;
  children: ReactNode;
};

/** More words about something, opened by a press: by mouse, by touch and by keyboard. Escape closes it. */
export function Popover({ trigger, label, children }: PopoverProps) {
  return (
    <RadixPopover.Root>
      <RadixPopover.Trigger asChild>{trigger}</RadixPopover.Trigger>
      <RadixPopover.Portal>
        <RadixPopover.Content
          aria-label={label}
          align="start"
          sideOffset={6}
          collisionPadding={12}
          className="z-50 max-w-80 animate-appear rounded-card border border-hairline bg-raised p-4 text-sm shadow-float"
        >
          {children}
        </RadixPopover.Content>
      </RadixPopover.Portal>
    </RadixPopover.Root>
  );
}
