import { modelNamed } from "./catalogue.ts";
import { LOCAL_HOST } from "./local-host.ts";

/** Whom a model's licence wants named where its words are shown. Null: it was not heard on this machine, or nobody knows the model. */
export function creditOf(host: string | null, model: string | null): string | null {
  return host === LOCAL_HOST && model !== null ? (modelNamed(model)?.credit ?? null) : null;
}
