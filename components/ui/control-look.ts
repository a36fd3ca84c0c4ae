/** How everything looks that is typed into or chosen from. */
export const CONTROL_LOOK =
  "w-full rounded-control border border-outline bg-raised text-base text-ink sm:text-sm " +
  "placeholder:text-muted transition-[border-color] duration-150 hover:border-ink/50 " +
  "focus-visible:border-focus focus-visible:outline-offset-0 " +
  "aria-invalid:border-negative disabled:cursor-not-allowed disabled:opacity-55";
