/**
 * What a candidate agrees to before anything is recorded. The version is stored with the consent, so a change of these
 * words needs a new version: then whoever agreed to other words is asked again.
 */
export const CONSENT_VERSION = "2026-11";

/** @param organization the people who invite */
export function consentWords(organization: string): string {
  return (
    `I agree that ${organization} records my picture, my voice and what I write in this interview, ` +
    "stores it and uses it to decide about my application, as described above."
  );
}
