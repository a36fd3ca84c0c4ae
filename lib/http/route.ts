import { authenticate } from "../auth/authenticate.ts";
import type { AnswerOf, BodyOf, Operation, PathParameters, QueryOf } from "../contract/operation.ts";
import type { ACCESS, Access } from "../domain/access.ts";
import type { Actor } from "../domain/actor.ts";
import { isUuid } from "../domain/ids.ts";
import { LARGEST_QUOTA } from "../domain/session-quota.ts";
import type { LimitState } from "../limits/limiter.ts";
import { parseFields } from "../parse-fields.ts";
import { allowOrigin } from "./cors.ts";
import { onceForKey } from "./idempotency.ts";
import { addLimitHeaders, assertWithin, callerKey, count, isPerSession, slowGuessing } from "./rate-limit.ts";
import { readJson } from "./read-json.ts";
import { respond, respondError } from "./respond.ts";
import { roomForWriting } from "./room-for-writing.ts";

/** Of one session or invitation at a time: each is a stored answer, and anybody with the link may send as many as they like. */
const MOST_KEYS = LARGEST_QUOTA.idempotency_keys;

const assertRoomForWriting = roomForWriting();

type ActorOf<O extends Operation> = (typeof ACCESS)[O["access"]] extends { open: true } ? null : Actor;

type Context<O extends Operation> = {
  actor: ActorOf<O>;
  /** What else whoever asks is allowed. */
  may: (access: Access) => boolean;
  /** The employer's program whose key came along with a candidate's write, if one did. */
  program: Actor | null;
  body: BodyOf<O>;
  query: QueryOf<O>;
  /** As they stand in the address. */
  params: PathParameters<O>;
  request: Request;
};

export type Handler = (
  request: Request,
  context: { params: Promise<Record<string, string> | undefined> },
) => Promise<Response>;

/**
 * The one wrapper around every API route, in one order: who → how often → (writes:) is there room → shape → verb → answer. Errors leave through
 * `respondError`. A handler that returns a Response answers by itself; an object becomes JSON, with `success: true`. Raw uploads have no `body`
 * and stream `request.body`. A POST with an Idempotency-Key runs once.
 */
export function route<O extends Operation>(
  operation: O,
  handle: (context: Context<O>) => Promise<AnswerOf<O> | Response>,
): Handler {
  return async (request, { params: given }) => {
    let state: LimitState | null = null;
    let corsOrigins: readonly string[] = [];
    let known: Actor | null = null;
    const finish = (response: Response) => {
      if (state) addLimitHeaders(response, state);
      return allowOrigin(response, request, corsOrigins);
    };
    try {
      const who = await authenticate(request, operation.access);
      const { actor, may, program } = who;
      corsOrigins = who.corsOrigins;
      known = actor ?? program;
      const caller = callerKey(actor, request);
      const params = (await given) ?? {}; // an address without parameters has none at all
      const perSession = isPerSession(operation);
      if (!perSession || params.session_id) {
        state = await count(operation, perSession ? sessionKey(params.session_id, caller) : caller);
        assertWithin(state);
      }
      if (operation.method !== "GET") await assertRoomForWriting();
      const query = operation.query ? parseFields(operation.query, queryOf(request)) : undefined;
      const body = operation.body
        ? parseFields(operation.body, await readJson(request, operation.maxBodyBytes))
        : undefined;
      if (perSession && !params.session_id) {
        state = await count(operation, sessionKey(sessionIn(body), caller));
        assertWithin(state);
      }
      const context = { actor, may, program, body, query, params, request } as Context<O>;
      const work = async () => {
        const answer = await handle(context);
        return answer instanceof Response ? answer : respond({ success: true, ...answer }, operation.status);
      };
      const owner = actor ? caller : (params.session_id ?? credentialIn(body) ?? caller);
      return finish(
        operation.method === "POST"
          ? await onceForKey(request, owner, body, work, {
              shownOnce: operation.shownOnce,
              ...(actor ? {} : { most: MOST_KEYS }),
            })
          : await work(),
      );
    } catch (error) {
      return finish(respondError(await slowGuessing(error, request, known), request));
    }
  };
}

function queryOf(request: Request): Record<string, string> {
  return Object.fromEntries(new URL(request.url).searchParams);
}

/** What could be no session at all is counted for whoever sends it: a count for each would be memory for each. */
function sessionKey(sessionId: string | null | undefined, caller: string): string {
  return sessionId && isUuid(sessionId) ? sessionId.toLowerCase() : caller;
}

function sessionIn(body: unknown): string | null {
  return textIn(body, "session_id");
}

/** What a candidate proves themselves by. */
function credentialIn(body: unknown): string | null {
  return sessionIn(body) ?? textIn(body, "interview_token");
}

function textIn(body: unknown, field: string): string | null {
  const value = (body as Record<string, unknown> | undefined)?.[field];
  return typeof value === "string" ? value : null;
}
