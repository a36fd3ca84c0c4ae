import { promises as dns } from "node:dns";
import { isIP } from "node:net";
import { env } from "../../env.ts";
import { fault, type Happened, keyOf } from "../../words/happened.ts";
import { isPublicAddress } from "./public-address.ts";
import { isLocalName, isReceiverPort } from "./receiver-host.ts";

/** What deliveries need to know of the network. */
export type Network = {
  /** Addresses that are not on the open internet, and plain http. */
  allowPrivate: boolean;
  /** All addresses of a host's name. */
  resolve(hostname: string, signal: AbortSignal): Promise<string[]>;
  /** For the whole exchange. */
  timeoutMs: number;
  connectTimeoutMs: number;
};

/** The specification recommends 15 to 30 seconds for the whole. */
export function configuredNetwork(): Network {
  const { allowPrivate } = env().webhooks;
  const resolve = allowPrivate ? resolveAnywhere : resolveByDns;
  return { allowPrivate, resolve, timeoutMs: 15_000, connectTimeoutMs: 5_000 };
}

/** A delivery that was not even tried, or broke off, and what a person is told of it. */
export class ExchangeError extends Error {
  override readonly name = "ExchangeError";
  readonly fault: Happened;

  constructor(fault: Happened) {
    super(keyOf(fault));
    this.fault = fault;
  }
}

/**
 * The addresses that a webhook's host has now, every one of them checked. The connection is made to these and no others, so
 * a name that changes its mind between check and connection gains nothing.
 * @throws ExchangeError
 */
export async function checkedAddresses(url: URL, network: Network, signal: AbortSignal): Promise<string[]> {
  if (!isReceiverPort(url)) throw new ExchangeError(fault("port"));
  const host = url.hostname.replace(/^\[|\]$/g, "");
  if (!network.allowPrivate && isLocalName(host)) {
    throw new ExchangeError(fault("own_host"));
  }
  const addresses = isIP(host) ? [host] : await network.resolve(host, signal);
  if (addresses.length === 0) throw new ExchangeError(fault("no_address"));
  const refused = network.allowPrivate ? undefined : addresses.find((address) => !isPublicAddress(address));
  if (refused) throw new ExchangeError(fault("not_public", { address: refused }));
  return addresses;
}

/**
 * Asks name servers by c-ares. `dns.lookup` would wait for a silent one in one of the four threads that the process
 * reads its files with.
 */
async function resolveByDns(hostname: string, signal: AbortSignal): Promise<string[]> {
  const resolver = new dns.Resolver({ timeout: 2_000, tries: 2 });
  const cancel = () => resolver.cancel();
  signal.addEventListener("abort", cancel);
  try {
    const answers = await Promise.allSettled([resolver.resolve4(hostname), resolver.resolve6(hostname)]);
    const addresses = answers.flatMap((answer) => (answer.status === "fulfilled" ? answer.value : []));
    if (addresses.length > 0) return addresses;
    throw new ExchangeError(fault("not_resolved"));
  } finally {
    signal.removeEventListener("abort", cancel);
  }
}

/** Names that only this machine or its network knows count too. */
async function resolveAnywhere(hostname: string, signal: AbortSignal): Promise<string[]> {
  try {
    return await resolveByDns(hostname, signal);
  } catch {
    const found = await dns.lookup(hostname, { all: true }).catch(() => []);
    if (found.length === 0) throw new ExchangeError(fault("not_resolved"));
    return found.map(({ address }) => address);
  }
}
