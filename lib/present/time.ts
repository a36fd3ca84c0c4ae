/** A moment as the contract's examples write it: UTC, whole seconds, `2024-01-15T10:00:00Z`. */
export function presentTime(at: Date): string {
  return at.toISOString().replace(/\.\d{3}Z$/, "Z");
}

export function presentTimeOrNull(at: Date | null): string | null {
  return at && presentTime(at);
}
