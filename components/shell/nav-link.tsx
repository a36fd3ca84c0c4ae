"use client";

import Link from "next/link";
import { usePathname } from "next/navigation";
import { classNames } from "@/components/ui/class-names.ts";

/** A place of the shell's navigation; `within` are the beginnings of the addresses that belong to it. */
export function NavLink({ href, within, children }: { href: string; within: string[]; children: string }) {
  const pathname = usePathname();
  const here = within.some((start) => pathname === start || pathname.startsWith(`${start}/`));
  return (
    <Link
      href={href}
      aria-current={here ? (pathname === href ? "page" : "true") : undefined}
      className={classNames(
        "relative flex h-16 items-center text-sm transition-colors",
        here
          ? "font-strong after:absolute after:inset-x-0 after:bottom-0 after:h-0.5 after:rounded-pill after:bg-accent"
          : "text-muted hover:text-ink",
      )}
    >
      {children}
    </Link>
  );
}
