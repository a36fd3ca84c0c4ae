import { APIError } from "openai";
import {
  ABOUT_FORMAT,
  failedOverSchema,
  isCutOff,
  isFailedSampling,
  isFiltered,
  isTooLong,
} from "./provider-failure.ts";

/** What an endpoint does for a model, as far as has been learnt. Things are only ever taken away. */
export type Abilities = {
  /** The rung of the ladder: a schema that is enforced, any JSON, or words alone. */
  format: "json_schema" | "json_object" | "none";
  /** The schema stands in the prompt too: it is not enforced, or pays no heed to `response_format`. */
  schemaInWords: boolean;
  /** Parameters that are left out. */
  refused: readonly string[];
};

const EVERYTHING: Abilities = { format: "json_schema", schemaInWords: false, refused: [] };

const RUNGS = ["json_schema", "json_object", "none"] as const;

/** What has been learnt, for each endpoint and model. Calls that run beside each other add to it in any order. */
export type AbilityMemory = {
  recall(key: string): Abilities;
  learn(key: string, abilities: Abilities): void;
  /** What helped once and may have been chance. It is learnt when the next call that got an answer needed it too. */
  suspect(key: string, abilities: Abilities | null): void;
};

export function abilityMemory(): AbilityMemory {
  const known = new Map<string, Abilities>();
  const suspected = new Set<string>();
  const recall = (key: string) => known.get(key) ?? EVERYTHING;
  const learn = (key: string, { format, schemaInWords, refused }: Abilities) => {
    const before = recall(key);
    known.set(key, {
      format: RUNGS[Math.max(RUNGS.indexOf(format), RUNGS.indexOf(before.format))] ?? "none",
      schemaInWords: schemaInWords || before.schemaInWords,
      refused: [...new Set([...before.refused, ...refused])],
    });
  };
  return {
    recall,
    learn,
    suspect(key, abilities) {
      const again = suspected.delete(key);
      if (abilities === null) return;
      if (again) learn(key, abilities);
      else suspected.add(key);
    },
  };
}

/** Of this process. */
export const SHARED_MEMORY = abilityMemory();

/** `certain`: the endpoint named what it does not take. Otherwise it may have failed at this one sampling. */
export type Fewer = { abilities: Abilities; certain: boolean };

/**
 * What is left after an endpoint has refused a request with these parameters; null where leaving something out cannot be the cure. Only a
 * request that then succeeds proves it, so nothing is remembered here.
 */
export function withoutRefused(error: unknown, abilities: Abilities, sent: readonly string[]): Fewer | null {
  if (!(error instanceof APIError) || isFiltered(error) || isTooLong(error) || isCutOff(error)) return null;
  if (isFailedSampling(error)) return oneRungDown(abilities, false);
  if (error.status === 400 || error.status === 422) {
    const name = refusedParameter(error, sent);
    if (name === undefined) return oneRungDown(abilities, false); // it does not say what it minds; mostly it is the schema
    const certain = isNamed(error, name);
    if (name === "response_format") return oneRungDown(abilities, certain);
    return { abilities: { ...abilities, refused: [...abilities.refused, name] }, certain };
  }
  return failedOverSchema(error) ? oneRungDown(abilities, false) : null;
}

function oneRungDown(abilities: Abilities, certain: boolean): Fewer | null {
  const next = RUNGS[RUNGS.indexOf(abilities.format) + 1];
  if (!next) return null;
  const refused = [...abilities.refused, `response_format.${abilities.format}`];
  return { abilities: { format: next, schemaInWords: true, refused }, certain };
}

/** What can be left out. Everything else that an error names, such as `model` or `messages`, is no parameter to do without. */
const DISPENSABLE = ["response_format", "temperature", "seed", "max_tokens", "max_completion_tokens"];

/** Says that a parameter, and no answer to it, is at fault. */
const REFUSES =
  /unsupported|not (?:yet )?(?:supported|allowed|permitted|available|implemented|recogni[sz]ed|valid)|does not (?:support|accept|take|have|recogni[sz]e)|doesn't support|unknown|unrecogni[sz]ed|unexpected|extra (?:inputs|fields)|invalid|must be|should be|only|no (?:json|response)|deprecated/i;

/** Whether the endpoint itself says that it does not take this. What only happens to speak of it may be chance. */
function isNamed(error: APIError, name: string): boolean {
  const param = typeof error.param === "string" ? error.param.split(/[.[]/)[0] : undefined;
  return param === name || REFUSES.test(error.message);
}

/** By the error's own `param`, else the first of them that its words name. */
function refusedParameter(error: APIError, parameters: readonly string[]): string | undefined {
  const sent = parameters.filter((name) => DISPENSABLE.includes(name));
  const param = typeof error.param === "string" ? error.param.split(/[.[]/)[0] : undefined;
  if (param && sent.includes(param)) return param;
  const named = sent
    .map((name) => ({ name, at: error.message.search(new RegExp(`\\b${name}\\b`)) }))
    .filter(({ at }) => at >= 0)
    .sort((one, other) => one.at - other.at)[0];
  if (named) return named.name;
  return sent.includes("response_format") && ABOUT_FORMAT.test(error.message) ? "response_format" : undefined;
}
