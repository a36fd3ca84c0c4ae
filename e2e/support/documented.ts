import { Ajv2020, type ValidateFunction } from "ajv/dist/2020.js";
import formats from "ajv-formats";
import { openApiDocument } from "../../lib/openapi/document.ts";

type Media = Record<string, { schema?: unknown }>;
type Response = { content?: Media };
type Described = { operationId: string; responses: Record<string, Response | { $ref: string }> };
type Document = {
  paths: Record<string, Record<string, Described>>;
  components: { responses: Record<string, Response> };
};

const METHODS = ["get", "post", "put", "patch", "delete"];

/** The document as clients get it, but for fields that are not described: here they are an error. */
const document = openApiDocument("http://localhost", { closed: true }) as Document;
const addresses = Object.keys(document.paths).map((path) => ({ path, pattern: patternOf(path) }));

const ajv = new Ajv2020({ strict: true, allowUnionTypes: true, allErrors: true });
formats.default(ajv, { mode: "full" });
for (const word of ["openapi", "info", "servers", "tags", "security", "paths", "webhooks", "components"]) {
  ajv.addKeyword(word);
}
ajv.addKeyword("example");
ajv.addSchema(document, "openapi");

/** The documented operation at this address, or none. */
export function documentedAt(method: string, path: string): Described | undefined {
  const address = path.split("?", 1)[0] ?? "";
  const found = addresses.filter(({ pattern }) => pattern.test(address));
  // An address that is spelled out goes before one with a parameter in its place.
  const best = found.sort((one, other) => variables(one.path) - variables(other.path))[0];
  return best && METHODS.includes(method.toLowerCase()) ? document.paths[best.path]?.[method.toLowerCase()] : undefined;
}

/**
 * Holds an answer against the document: its status must be listed for the operation, its type too, its body of the shape.
 * What is not documented may answer as it likes.
 * @throws Error that names operation, status and what does not fit
 */
export function assertDocumented(method: string, path: string, answer: Answered): void {
  const operation = documentedAt(method, path);
  if (!operation) return;
  const { operationId, responses } = operation;
  const listed = responses[String(answer.status)];
  const shared = listed && "$ref" in listed ? listed.$ref.split("/").at(-1) : undefined;
  const response = shared === undefined ? (listed as Response | undefined) : document.components.responses[shared];
  const say = (what: string) => new Error(`${operationId} ${what}: ${JSON.stringify(answer.body)?.slice(0, 2_000)}`);
  if (!response) throw say(`answers ${answer.status}, which is not documented`);
  if (!response.content) return;
  const type = answer.contentType.split(";", 1)[0] ?? "";
  if (!(type in response.content)) throw say(`answers ${answer.status} with ${type || "no type"}`);
  if (type !== "application/json") return;
  const place = shared
    ? ["components", "responses", shared]
    : ["paths", pathOf(method, operation), method.toLowerCase(), "responses", String(answer.status)];
  const validate = validatorAt([...place, "content", "application/json", "schema"]);
  if (!validate(answer.body)) {
    throw say(`answers ${answer.status} that leaves its schema (${ajv.errorsText(validate.errors)})`);
  }
}

type Answered = { status: number; contentType: string; body: unknown };

const validators = new Map<string, ValidateFunction>();

function validatorAt(place: string[]): ValidateFunction {
  const pointer = `openapi#/${place.map(escapeStep).join("/")}`;
  const known = validators.get(pointer) ?? ajv.compile({ $ref: pointer });
  validators.set(pointer, known);
  return known;
}

function pathOf(method: string, operation: Described): string {
  return addresses.find(({ path }) => document.paths[path]?.[method.toLowerCase()] === operation)?.path ?? "";
}

/** Every operation of the document, by its name. */
export function documentedOperations(): string[] {
  return Object.values(document.paths).flatMap((methods) =>
    Object.values(methods).map(({ operationId }) => operationId),
  );
}

function escapeStep(step: string): string {
  return encodeURIComponent(step.replaceAll("~", "~0").replaceAll("/", "~1"));
}

function patternOf(path: string): RegExp {
  const escaped = path.replaceAll(/[.*+?^$()|[\]\\]/g, "\\$&");
  return new RegExp(`^${escaped.replaceAll(/\{\w+\}/g, "[^/]+")}$`);
}

function variables(path: string): number {
  return path.split("{").length;
}
