import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { buffer } from "node:stream/consumers";
import { answerChat, type ReceivedChat, receivedChat } from "./chat-endpoint.ts";
import type { Mishap } from "./mishaps.ts";
import { OPENAI, type Personality, refusalOf } from "./personality.ts";
import { type Given, send, sendJson } from "./send.ts";

/** A request as it arrived: `json` for a JSON body, `form` for a multipart one. */
export type Received = {
  path: string;
  headers: Record<string, string>;
  json: Record<string, unknown>;
  form: FormData | undefined;
};

export type ProviderOptions = {
  personality?: Partial<Personality>;
  /** What the model says to a chat: an object is written as JSON. Default: the least that satisfies the schema asked for. */
  answer?: (chat: ReceivedChat) => unknown;
  /** Fates of the requests in the order of their arrival, or a decision for each. Past the end of a list all is well. */
  mishaps?: readonly Mishap[] | ((request: Received, index: number) => Mishap);
  /** `POST /v1/audio/transcriptions`; the file is `request.form.get("file")`. */
  transcribe?: (request: Received) => Given | Promise<Given>;
  /** `POST /v1/audio/speech`. */
  speak?: (request: Received) => Given | Promise<Given>;
  /** What a chat's answer says it used. Default: the model that was asked for. */
  returnedModel?: string;
};

export type Provider = {
  /** For OPENAI_BASE_URL. */
  baseUrl: string;
  host: string;
  /** Everything that arrived, in order. */
  requests: Received[];
  /** Of those, the chats. */
  chats: ReceivedChat[];
  /** How many requests were under way at once, at most. */
  mostAtOnce(): number;
  /** From now on. A list is counted from here. */
  misbehave(mishaps: ProviderOptions["mishaps"]): void;
  /** From now on. */
  answerWith(answer: NonNullable<ProviderOptions["answer"]>): void;
  close(): Promise<void>;
};

/** A server on loopback that speaks OpenAI's protocol, remembers every request, and misbehaves when it is told to. */
export async function startProvider(options: ProviderOptions = {}): Promise<Provider> {
  const personality = { ...OPENAI, ...options.personality };
  const requests: Received[] = [];
  const chats: ReceivedChat[] = [];
  let { mishaps, answer } = options;
  let countedFrom = 0;
  let underWay = 0;
  let most = 0;

  const fateOf = (request: Received, index: number): Mishap => {
    if (typeof mishaps === "function") return mishaps(request, index);
    return mishaps?.[index] ?? "ok";
  };

  const respond = async (received: Received, fate: Mishap, response: ServerResponse): Promise<void> => {
    if (typeof fate === "object" && "after" in fate) {
      await new Promise((resolve) => setTimeout(resolve, fate.after));
      return respond(received, fate.then ?? "ok", response);
    }
    if (fate === "hang") return;
    if (fate === "down") return void response.destroy();
    if (typeof fate === "object" && "status" in fate) {
      return sendJson(response, fate.body ?? {}, { status: fate.status, headers: fate.headers });
    }
    if (typeof fate === "object" && "text" in fate) {
      return void response.writeHead(200, { "content-type": fate.type }).end(fate.text);
    }
    if (received.path.endsWith("/audio/transcriptions") && options.transcribe) {
      return send(response, await options.transcribe(received), fate);
    }
    if (received.path.endsWith("/audio/speech") && options.speak) {
      return send(response, await options.speak(received), fate);
    }
    if (!received.path.endsWith("/chat/completions")) return sendJson(response, {}, { status: 404 });
    const refusal = refusalOf(received.json, personality);
    if (refusal) return sendJson(response, refusal, { status: 400 });
    const chat = receivedChat(received.json);
    return send(response, answerChat(chat, { answer, fate, personality, returnedModel: options.returnedModel }), fate);
  };

  const server = createServer(async (request, response) => {
    most = Math.max(most, ++underWay);
    response.once("close", () => underWay--);
    const received = await receive(request).catch(() => null);
    if (!received) return response.destroy(); // the caller went away, or sent what no server understands
    requests.push(received);
    if (received.path.endsWith("/chat/completions")) chats.push(receivedChat(received.json));
    response.setHeader("x-request-id", `req_${requests.length}`);
    await respond(received, fateOf(received, requests.length - 1 - countedFrom), response);
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  const host = `127.0.0.1:${typeof address === "object" && address ? address.port : 0}`;
  return {
    baseUrl: `http://${host}/v1`,
    host,
    requests,
    chats,
    mostAtOnce: () => most,
    misbehave(next) {
      mishaps = next;
      countedFrom = requests.length;
    },
    answerWith(next) {
      answer = next;
    },
    async close() {
      if (!server.listening) return;
      const closed = once(server, "close");
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}

/** Reads a body by its type; Node's own parser takes multipart ones apart. */
async function receive(request: IncomingMessage): Promise<Received> {
  const headers = Object.fromEntries(
    Object.entries(request.headers).map(([name, value]) => [
      name,
      Array.isArray(value) ? value.join(", ") : (value ?? ""),
    ]),
  );
  const body = new Response(await buffer(request), { headers });
  const isForm = headers["content-type"]?.startsWith("multipart/form-data");
  const form = isForm ? await body.formData() : undefined;
  const text = isForm ? "" : await body.text();
  return { path: request.url ?? "", headers, json: text === "" ? {} : JSON.parse(text), form };
}
