/** What the product is called, in every language. */
export const PRODUCT = "TalentFlow";

/** The mark: a T whose crossbar is a wave of speech. */
export function BrandMark({ size = 28 }: { size?: number }) {
  return (
    <svg aria-hidden="true" width={size} height={size} viewBox="0 0 28 28" fill="none">
      <rect width="28" height="28" rx="8" className="fill-accent" />
      <path
        d="M6 11c2.5-3.75 5-3.75 8-.5s5.5 3.25 8-.5M14 10.5V21"
        className="stroke-on-accent"
        strokeWidth="2.5"
        strokeLinecap="round"
      />
    </svg>
  );
}

/** The product's name with its mark. */
export function Brand() {
  return (
    <span className="inline-flex items-center gap-2.5 text-base font-strong tracking-tight">
      <BrandMark />
      {PRODUCT}
    </span>
  );
}
