/** The voice has this long to begin; then the browser's own is quicker. */
const BEGIN_MS = 8_000;
/** So long without a sound in the middle, and it is over. */
const STALL_MS = 5_000;

/**
 * Plays what the server says, to its end or until `signal`.
 *
 * @returns false when nothing of it could be heard, so that another voice may say it
 */
export function playVoice(url: string, signal: AbortSignal): Promise<boolean> {
  return new Promise((resolve) => {
    if (signal.aborted) return resolve(true);
    const audio = new Audio(url);
    let begun = false;
    let timer = setTimeout(end, BEGIN_MS);

    function end(): void {
      clearTimeout(timer);
      signal.removeEventListener("abort", end);
      audio.onended = audio.onerror = audio.ontimeupdate = null;
      audio.pause();
      audio.removeAttribute("src"); // lets go of the connection
      resolve(begun || signal.aborted);
    }

    signal.addEventListener("abort", end, { once: true });
    audio.onended = () => {
      begun = true;
      end();
    };
    audio.onerror = end;
    audio.ontimeupdate = () => {
      begun ||= audio.currentTime > 0;
      clearTimeout(timer);
      timer = setTimeout(end, begun ? STALL_MS : BEGIN_MS);
    };
    // Refused where nobody has touched the page yet.
    audio.play().catch(end);
  });
}
