/**
 * Where a session's published recording is served, with ranges.
 * @param file 1 is the recording; 2 and on are the files beside it
 */
export function mediaUrl(candidateId: number, sessionId: string, file = 1): string {
  const which = file === 1 ? "" : `&file=${file}`;
  return `/api/interview/recording/${candidateId}/media?session_id=${sessionId}${which}`;
}
