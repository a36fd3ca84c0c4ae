import { play } from "./play.ts";

/**
 * Where recordings play from a bucket, the address is a link that ends after some minutes, and a browser that has followed it goes on
 * asking there. Loading anew gets a new link; it goes on where it stood, playing if it was.
 *
 * @returns false when the error is of another kind, which loading anew would not mend
 */
export function renewLink(media: HTMLMediaElement): boolean {
  if (media.error?.code !== MediaError.MEDIA_ERR_NETWORK) return false;
  const { currentTime, paused } = media;
  media.load();
  media.currentTime = currentTime;
  if (!paused) play(media);
  return true;
}
