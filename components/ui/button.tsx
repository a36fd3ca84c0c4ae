import Link from "next/link";
import type { ComponentProps } from "react";
import { classNames } from "./class-names.ts";
import { Spinner } from "./spinner.tsx";

export type ButtonVariant = "primary" | "secondary" | "quiet" | "danger";
/** `small` 32 px for dense rows, `medium` 40 px, `large` 48 px for one-thing-to-do pages and fingers. */
export type ButtonSize = "small" | "medium" | "large";

type Look = {
  variant?: ButtonVariant | undefined;
  size?: ButtonSize | undefined;
  /** A square button for an icon alone. It needs an `aria-label`. */
  iconOnly?: boolean | undefined;
  /** As wide as what it stands in. */
  wide?: boolean | undefined;
};

const VARIANT: Record<ButtonVariant, string> = {
  primary: "bg-accent text-on-accent hover:bg-accent-strong active:bg-accent-strong shadow-card",
  secondary: "bg-surface text-ink border border-outline/60 hover:border-outline hover:bg-raised shadow-card",
  quiet: "text-ink hover:bg-hover active:bg-hover",
  danger: "bg-negative-fill text-on-negative hover:brightness-95 active:brightness-90 shadow-card",
};

const SIZE: Record<ButtonSize, { box: string; text: string; square: string }> = {
  small: { box: "h-8 gap-1.5 text-sm", text: "px-3", square: "w-8" },
  medium: { box: "h-10 gap-2 text-sm", text: "px-4", square: "w-10" },
  large: { box: "h-12 gap-2 text-base", text: "px-6", square: "w-12" },
};

/** The look of a button, for a link that is not one of Next's. */
export function buttonLook(
  { variant = "secondary", size = "medium", iconOnly = false, wide = false }: Look,
  className?: string,
): string {
  return classNames(
    "inline-flex shrink-0 select-none items-center justify-center rounded-control font-strong whitespace-nowrap",
    "transition-[background-color,border-color,color,filter] duration-150",
    "disabled:cursor-not-allowed disabled:opacity-55 aria-disabled:cursor-not-allowed aria-disabled:opacity-55",
    SIZE[size].box,
    iconOnly ? SIZE[size].square : SIZE[size].text,
    VARIANT[variant],
    wide && "w-full",
    className,
  );
}

type ButtonProps = Look & ComponentProps<"button"> & { loading?: boolean | undefined };

/**
 * A button. While `loading` it keeps its width, its words and the keyboard's focus, shows a spinner and does nothing.
 * `className` is for placing it, not for restyling.
 */
export function Button({
  variant,
  size,
  iconOnly,
  wide,
  loading = false,
  className,
  children,
  onClick,
  type = "button",
  ...rest
}: ButtonProps) {
  return (
    <button
      {...rest}
      type={loading ? "button" : type}
      className={buttonLook({ variant, size, iconOnly, wide }, className)}
      aria-disabled={loading || rest["aria-disabled"]}
      aria-busy={loading || undefined}
      onClick={loading ? undefined : onClick}
    >
      {loading && iconOnly ? <Spinner /> : null}
      {loading && iconOnly ? null : (
        <>
          {loading ? <Spinner /> : null}
          {children}
        </>
      )}
    </button>
  );
}

/** A link that looks like a button: for going somewhere, not for doing something. */
export function ButtonLink({ variant, size, iconOnly, wide, className, ...rest }: Look & ComponentProps<typeof Link>) {
  return <Link {...rest} className={buttonLook({ variant, size, iconOnly, wide }, className)} />;
}
