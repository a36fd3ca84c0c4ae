import { env } from "../env.ts";

/** The candidate's link: whoever holds it may take the interview. */
export function invitationUrl(token: string): string {
  return `${env().publicUrl}/interview/${token}`;
}
