import type { ReviewAnalysis } from "@/lib/contract/review.ts";
import { AsIs } from "./as-is.tsx";

type MethodLineProps = { analysis: Pick<ReviewAnalysis, "method_label" | "model"> };

/** How an analysis was made, and by which model if by one. */
export function MethodLine({ analysis: { method_label: label, model } }: MethodLineProps) {
  return (
    <>
      {label}
      {label && model ? " · " : null}
      {model ? <AsIs>{model}</AsIs> : null}
    </>
  );
}
