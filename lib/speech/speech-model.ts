/** How an engine must read a model. `whisper`: an encoder and a decoder. `transducer`: a joiner as well, with a probability of every token. */
export type SpeechModelKind = "whisper" | "transducer";

/** A model that lies on this machine, as its maker lays it out; its kind is known by its files. */
export type SpeechModel = {
  /** As the catalogue names it, else the folder's name. */
  name: string;
  kind: SpeechModelKind;
  /** Absolute paths; `joiner` of a transducer. */
  files: { encoder: string; decoder: string; joiner?: string; tokens: string };
  /** ISO 639 codes such as `en`; `["*"]`: it hears which of its many it is. */
  languages: readonly string[];
  /** Lower-case hex, SHA-256 over the digests of its files in the order of their names: which weights these are, wherever they came from. */
  sha256: string;
};
