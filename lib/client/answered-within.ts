/**
 * What comes of something that may never answer, as some browsers' storage does not.
 * @throws DOMException `TimeoutError` when there is no answer after `ms`; the work itself goes on
 */
export function answeredWithin<T>(work: Promise<T>, ms: number): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    const error = new DOMException("The browser's storage does not answer.", "TimeoutError");
    timer = setTimeout(reject, ms, error);
  });
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}
