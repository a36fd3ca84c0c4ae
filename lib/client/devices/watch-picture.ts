/** So long a picture may stand still before it counts as gone: browsers mute a track for moments, too. */
const PATIENCE_MS = 3_000;

/**
 * Tells when a camera that is on gives no picture, because another program has it or somebody switched it off, and when
 * it gives one again. What ends for good is not told here. It ends with the track.
 */
export function watchPicture(track: MediaStreamTrack, onChange: (gives: boolean) => void): void {
  let gives = true;
  let waiting: ReturnType<typeof setTimeout> | undefined;
  const tell = (now: boolean) => {
    if (now !== gives && track.readyState === "live") {
      gives = now;
      onChange(now);
    }
  };
  const onMute = () => {
    clearTimeout(waiting);
    waiting = setTimeout(() => tell(!track.muted), PATIENCE_MS);
  };
  track.addEventListener("mute", onMute);
  track.addEventListener("unmute", () => {
    clearTimeout(waiting);
    tell(true);
  });
  if (track.muted) onMute();
}
