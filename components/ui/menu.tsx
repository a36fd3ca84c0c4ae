"use client";

import { Check, type LucideIcon } from "lucide-react";
import { DropdownMenu } from "radix-ui";
import type { ReactNode } from "react";
import { classNames } from "./class-names.ts";

const ITEM =
  "flex h-9 cursor-default select-none items-center gap-3 rounded-control px-3 text-sm outline-none data-highlighted:bg-hover";

type MenuProps = {
  /** The button that opens it. */
  trigger: ReactNode;
  children: ReactNode;
};

/** A button's list of things to do. */
export function Menu({ trigger, children }: MenuProps) {
  return (
    <DropdownMenu.Root modal={false}>
      <DropdownMenu.Trigger asChild>{trigger}</DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content
          align="end"
          sideOffset={6}
          collisionPadding={12}
          className="z-50 min-w-52 animate-appear rounded-card border border-hairline bg-raised p-1.5 shadow-float"
        >
          {children}
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}

type MenuItemProps = { icon: LucideIcon; onSelect: () => void; children: ReactNode; danger?: boolean };

export function MenuItem({ icon: Icon, onSelect, children, danger = false }: MenuItemProps) {
  return (
    <DropdownMenu.Item onSelect={onSelect} className={classNames(ITEM, danger && "text-negative")}>
      <Icon aria-hidden size={16} className={danger ? "" : "text-muted"} />
      {children}
    </DropdownMenu.Item>
  );
}

type MenuLinkProps = { icon: LucideIcon; href: string; children: ReactNode };

/** An item that downloads a file. */
export function MenuLink({ icon: Icon, href, children }: MenuLinkProps) {
  return (
    <DropdownMenu.Item asChild className={ITEM}>
      <a href={href} download>
        <Icon aria-hidden size={16} className="text-muted" />
        {children}
      </a>
    </DropdownMenu.Item>
  );
}

type MenuChoiceProps<Value extends string> = {
  label: string;
  value: Value;
  choices: { value: Value; label: string; icon: LucideIcon }[];
  onChange: (value: Value) => void;
};

/** One of several, chosen within a menu; the menu stays open, so that the choice can be seen. */
export function MenuChoice<Value extends string>({ label, value, choices, onChange }: MenuChoiceProps<Value>) {
  return (
    <DropdownMenu.RadioGroup value={value} onValueChange={(chosen) => onChange(chosen as Value)} aria-label={label}>
      <DropdownMenu.Label className="px-3 pt-2 pb-1 text-xs text-muted">{label}</DropdownMenu.Label>
      {choices.map(({ value: choice, label: words, icon: Icon }) => (
        <DropdownMenu.RadioItem
          key={choice}
          value={choice}
          onSelect={(event) => event.preventDefault()}
          className={ITEM}
        >
          <Icon aria-hidden size={16} className="text-muted" />
          {words}
          <DropdownMenu.ItemIndicator className="ms-auto text-accent">
            <Check aria-hidden size={16} />
          </DropdownMenu.ItemIndicator>
        </DropdownMenu.RadioItem>
      ))}
    </DropdownMenu.RadioGroup>
  );
}

/** Words at the head of a menu: whose it is. */
export function MenuHeader({ children }: { children: ReactNode }) {
  return <DropdownMenu.Label className="px-3 py-2 text-sm">{children}</DropdownMenu.Label>;
}

export function MenuSeparator() {
  return <DropdownMenu.Separator className="mx-1.5 my-1.5 h-px bg-hairline" />;
}
