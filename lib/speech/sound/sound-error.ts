/** There is no sound in the file that can be heard: it is empty, cut off before its first packet, of a kind nobody records, or no media at all. */
export class SoundUnreadable extends Error {
  override readonly name = "SoundUnreadable";
}

/** What a reader of media says of the bytes is about the bytes; an error with a code, such as EIO, is the disk's and is thrown on. */
export async function unlessDamaged<T>(reading: Promise<T>): Promise<T | null> {
  try {
    return await reading;
  } catch (error) {
    if (error instanceof Error && "code" in error) throw error;
    return null;
  }
}
