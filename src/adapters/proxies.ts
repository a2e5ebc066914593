/**
 * Which proxy a request goes through, by the variables of the environment. They are input, and read as such.
 * Pure.
 */
import { ipVersion, LOOPBACK, withinRanges } from '../address-ranges.ts';
import { ActionError } from '../errors.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/** Where a request goes. */
export interface Target {
  readonly protocol: string;
  /** As in a URL: an IPv6 address in brackets. */
  readonly hostname: string;
  readonly port: string;
}

/** What NO_PROXY says in one of its entries. */
type Exception = (host: string, port: number) => boolean;

const USUAL_PORTS: Readonly<Record<string, number>> = { 'http:': 80, 'https:': 443 };
const bare = (host: string) => host.replace(/^\[|\]$/g, '').toLowerCase();

/** What stays on the machine is no business of a proxy: the sandbox, and a server in a service container. */
function isLoopback(host: string): boolean {
  return host === 'localhost' || host.endsWith('.localhost') || LOOPBACK(host);
}

/**
 * One entry of NO_PROXY: `*`, a network (`10.0.0.0/8`), an address, or a name, which means its subdomains too
 * (`example.com`, `.example.com`, `*.example.com`); each may end in a port.
 */
function exceptionOf(entry: string): Exception {
  if (entry === '*') return () => true;
  const [, network = '', bits = ''] = /^\[?([\da-f.:]+)\]?\/(\d{1,3})$/i.exec(entry) ?? [];
  if (ipVersion(network) !== 0 && Number(bits) <= (ipVersion(network) === 6 ? 128 : 32))
    return withinRanges([network, Number(bits)]);
  // An IPv6 address without brackets has no port.
  const [, named = entry, port] = (ipVersion(entry) === 6 ? null : /^(.+):(\d+)$/.exec(entry)) ?? [];
  const name = bare(named).replace(/^\*?\./, '');
  return (host, wanted) =>
    (port === undefined || Number(port) === wanted) && (host === name || (ipVersion(host) === 0 && host.endsWith(`.${name}`)));
}

/** The variable's value, the lower-case spelling first, and by which name it was set. */
function variable(environment: Environment, name: string): { readonly name: string; readonly text: string } | undefined {
  const set = [name.toLowerCase(), name].find((spelling) => environment[spelling] !== undefined);
  const text = set === undefined ? '' : (environment[set]?.trim() ?? '');
  return set === undefined || text === '' ? undefined : { name: set, text };
}

/**
 * The address that a variable names; one without a scheme is spoken to by http. @throws ActionError for any
 * other text
 */
function addressIn({ name, text }: { readonly name: string; readonly text: string }): string {
  const address = /^[a-z][a-z\d+.-]*:\/\//i.test(text) ? text : `http://${text}`;
  if (URL.canParse(address) && /^https?:$/.test(new URL(address).protocol)) return address;
  // It may carry a password.
  const shown = text.includes('@') ? '' : ` (${JSON.stringify(text.slice(0, 100))})`;
  throw new ActionError(
    `The variable ${name}${shown} names no proxy that can be used. Write it as http://HOST:PORT, or take it away.`,
  );
}

/**
 * The address of the proxy for a request; undefined where it goes straight.
 * @throws ActionError when the variable that counts for it cannot be read
 */
export function proxyFor({ protocol, hostname, port }: Target, environment: Environment): string | undefined {
  const host = bare(hostname);
  if (isLoopback(host)) return undefined;
  const exceptions = (variable(environment, 'NO_PROXY')?.text ?? '').split(/[,\s]+/).filter((entry) => entry !== '');
  const wanted = port === '' ? (USUAL_PORTS[protocol] ?? 0) : Number(port);
  if (exceptions.some((entry) => exceptionOf(entry)(host, wanted))) return undefined;
  const plain = variable(environment, 'HTTP_PROXY');
  const counts = protocol === 'https:' ? (variable(environment, 'HTTPS_PROXY') ?? plain) : plain;
  return counts === undefined ? undefined : addressIn(counts);
}
