import type { Planned } from "../candidates/known-candidates.ts";

/** Which interviews somebody can still take, and which of them a request adds. */
export class OpenInvitations {
  private readonly byCandidate = new Map<Planned, Map<string, string>>();

  /** The first one stays: it is the one that stands in the way. */
  add(candidate: Planned, templateId: string, interviewId: string): void {
    const byTemplate = this.byCandidate.get(candidate) ?? new Map<string, string>();
    if (!byTemplate.has(templateId)) byTemplate.set(templateId, interviewId);
    this.byCandidate.set(candidate, byTemplate);
  }

  /** @returns the id of the open interview of this candidate by this template, or null */
  find(candidate: Planned, templateId: string): string | null {
    return this.byCandidate.get(candidate)?.get(templateId) ?? null;
  }
}
