"use client";

import Link from "next/link";
import { usePathname } from "next/navigation";
import { classNames } from "@/components/ui/class-names.ts";

const PAGES = [
  { href: "/docs/start", label: "First day" },
  { href: "/docs", label: "Reference" },
  { href: "/docs/errors", label: "Errors" },
];

/** The pages of the documentation. */
export function DocsNav() {
  const pathname = usePathname();
  return (
    <nav aria-label="Documentation" className="flex gap-5 sm:gap-6">
      {PAGES.map(({ href, label }) => (
        <Link
          key={href}
          href={href}
          aria-current={pathname === href ? "page" : undefined}
          className={classNames(
            "relative flex h-16 items-center whitespace-nowrap text-sm transition-colors",
            pathname === href
              ? "font-strong after:absolute after:inset-x-0 after:bottom-0 after:h-0.5 after:rounded-pill after:bg-accent"
              : "text-muted hover:text-ink",
          )}
        >
          {label}
        </Link>
      ))}
    </nav>
  );
}
