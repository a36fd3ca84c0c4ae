/** Names of this very machine, whatever a name server says of them (RFC 6761, section 6.3; those of common hosts files). */
const LOCAL = /^(?:.+\.)?(?:localhost|localdomain)$|^ip6-(?:localhost|loopback)$/;

/**
 * Whether a host's name means the machine that asks.
 * @param host as `URL` writes it: lower case
 */
export function isLocalName(host: string): boolean {
  return LOCAL.test(host.replace(/\.+$/, ""));
}

const WEB_PORTS = [80, 443];
/** Below it are the services of a machine itself: shell, mail, files, directories. */
const FIRST_FREE_PORT = 1024;

/** Whether a receiver of webhooks may listen there: what else answers on a machine is not to be spoken to. */
export function isReceiverPort({ port }: URL): boolean {
  return port === "" || WEB_PORTS.includes(Number(port)) || Number(port) >= FIRST_FREE_PORT;
}
