/** Which addresses a step may ask: the API's roots, checked before anything is sent there. Pure. */
import { ipVersion, LOOPBACK, withinRanges } from '../address-ranges.ts';
import { InputError } from '../errors.ts';

/** Where an address was given. */
export interface Place {
  /** The input that it stands for. */
  readonly input: string;
  /** How an error calls it: `Input base_url`, or the variable that it came from. */
  readonly words: string;
  readonly allowHttp: boolean;
  /** An address to show what to write. */
  readonly example: string;
}

const bare = (host: string) =>
  host
    .replace(/^\[|\]$/g, '')
    .replace(/\.$/, '')
    .toLowerCase();

/** RFC 1918, RFC 4193, and the shared addresses of RFC 6598 that clusters and tunnels use. Not link-local. */
const PRIVATE = withinRanges(['10.0.0.0', 8], ['172.16.0.0', 12], ['192.168.0.0', 16], ['100.64.0.0', 10], ['fc00::', 7]);
/** Where clouds hand credentials to whoever asks. */
const METADATA = withinRanges(['169.254.0.0', 16], ['fe80::', 10], ['fd00:ec2::254', 128], ['100.100.100.200', 32]);
const METADATA_NAMES = ['metadata', 'metadata.google.internal', 'metadata.goog', 'instance-data', 'instance-data.ec2.internal'];

/** `localhost` and the addresses that never leave the machine. */
export function isLoopback(given: string): boolean {
  const host = bare(given);
  return host === 'localhost' || host.endsWith('.localhost') || LOOPBACK(host);
}

/** Addresses of private networks, and names that only such a network has. */
function isPrivate(given: string): boolean {
  const host = bare(given);
  if (ipVersion(host) !== 0) return PRIVATE(host);
  return !host.includes('.') || /\.(svc\.cluster\.local|internal)$/.test(host);
}

function isMetadata(given: string): boolean {
  const host = bare(given);
  return METADATA_NAMES.includes(host) || METADATA(host);
}

const PRIVATE_WORDS =
  'private addresses (10.0.0.0/8, 172.16.0.0/12, 192.168.0.0/16, 100.64.0.0/10, fc00::/7), names without a dot, *.svc.cluster.local and *.internal';

/** The address as it may be repeated: a password and a query may be credentials. */
function shown(text: string): string {
  const safe = text.replace(/\/\/[\s\S]*@/, '//***@').replace(/[?#][\s\S]*$/, '');
  return JSON.stringify(safe.length > 200 ? `${safe.slice(0, 200)}…` : safe);
}

/**
 * The checked root of an API.
 * @throws InputError when it is no URL, carries a credential or a query, or is plain `http` to where that is
 *   not allowed
 */
export function checkBaseUrl(text: string, place: Place): URL {
  const { input, words, allowHttp } = place;
  const refuse = (message: string): never => {
    throw new InputError([{ place: input, message }]);
  };
  const is = `${words} is ${shown(text)}`;
  if (!URL.canParse(text)) return refuse(`${is}; it must be a URL such as ${place.example}.`);
  const url = new URL(text);
  if (url.username || url.password)
    return refuse(`${words} carries a user name or password. Take it out and use the input api_key.`);
  if (url.search) {
    // A bare text there may be a key itself.
    const names = [...new Set([...url.searchParams].flatMap(([name, value]) => (value === '' ? [] : [name])))].slice(0, 5);
    return refuse(
      `${is} with a query; it must be the root of the API. Move ${names.join(', ') || 'it'} to extra_query${names.length === 0 ? '' : `: {${names.map((name) => `${name}: …`).join(', ')}}`}.`,
    );
  }
  if (url.hash) return refuse(`${is} with a #fragment; it must be the root of the API. Leave the fragment out.`);
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return refuse(`${is}; it must begin with https://.`);
  if (isMetadata(url.hostname))
    return refuse(`${is}; that is where a cloud keeps the machine's credentials, and no API. Give the address of the server.`);
  if (url.protocol === 'https:' || isLoopback(url.hostname) || (allowHttp && isPrivate(url.hostname))) return url;
  if (isPrivate(url.hostname))
    return refuse(`${is}; plain http to a private address needs allow_http: true. Add it, or use https.`);
  return refuse(`${is}; plain http is allowed to loopback and, with allow_http: true, to ${PRIVATE_WORDS}. Use https.`);
}
