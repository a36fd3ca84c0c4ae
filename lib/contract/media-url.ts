/** Where a session's published recording is served, with ranges. */
export function mediaUrl(candidateId: number, sessionId: string): string {
  return `/api/interview/recording/${candidateId}/media?session_id=${sessionId}`;
}
