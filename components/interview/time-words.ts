/** `1:05`, and from an hour on `1:00:05`. */
export function clockWords(seconds: number): string {
  const whole = Math.max(0, Math.floor(seconds));
  const two = (value: number) => String(value).padStart(2, "0");
  const [hours, minutes] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60];
  return hours > 0 ? `${hours}:${two(minutes)}:${two(whole % 60)}` : `${minutes}:${two(whole % 60)}`;
}

/** A length as people say it, seconds in fives: `30 seconds`, `1 minute`, `4 minutes`. */
export function lengthWords(seconds: number): string {
  if (seconds < 60) return `${Math.max(5, Math.ceil(seconds / 5) * 5)} seconds`;
  const minutes = Math.round(seconds / 60);
  return minutes === 1 ? "1 minute" : `${minutes} minutes`;
}

/** Advice, never a limit. */
export function advisedLength(seconds: number | null): string {
  return seconds === null
    ? "There is no time limit."
    : `About ${lengthWords(seconds)} is plenty, and nothing is cut off.`;
}
