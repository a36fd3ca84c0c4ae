/** Browsers may refuse to play, or be told to pause before they began: then it simply stands where it is. */
export function play(media: HTMLMediaElement): void {
  media.play().catch((error: unknown) => {
    if (!(error instanceof DOMException)) throw error;
  });
}
