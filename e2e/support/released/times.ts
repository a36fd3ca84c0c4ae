/*
 * A dump is put back so that it was made a moment ago, whenever that is done: what was open then is open, and what had ended has ended.
 */

/** Times as PostgreSQL dumps them and as JSON has them; the fraction is left as it is. */
const TIME = /\b(\d{4}-\d\d-\d\d)([ T])(\d\d:\d\d:\d\d)(?=(?:\.\d{1,6})?(?:\+00\b|Z))/g;

/** The same text with every time in it moved by whole seconds. */
export function moveTimes(text: string, seconds: number): string {
  return text.replaceAll(TIME, (_, day: string, between: string, time: string) => {
    const moved = new Date(Date.parse(`${day}T${time}Z`) + seconds * 1000).toISOString();
    return (
      moved.slice(0, "2027-01-15".length) + between + moved.slice("2027-01-15T".length, "2027-01-15T10:00:00".length)
    );
  });
}
