/**
 * What users add to every request to their server: gateways ask for it. Checked before anything is sent.
 * Pure.
 */
import { InputError, type InputProblem } from '../errors.ts';
import type { Address, Profile } from './profile.ts';

type Texts = Readonly<Record<string, string>>;

/** Made by the client from the request itself: another value would break it. */
const OWN = /^(host|content-(type|length|encoding)|transfer-encoding|connection|expect|upgrade|te|trailer|cookie)$/i;
/**
 * Headers and parameters by which a gateway hands the request, and the credential with it, to another server.
 */
const ELSEWHERE =
  /^(forwarded|x-forwarded-.*|x-original-.*|x-rewrite-.*|proxy-.*|.*custom-host|api_?base|base_?url|custom_?host)$/i;
const HEADER = /^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/;

function faultOf(input: 'extra_query' | 'extra_headers', name: string, value: string, profile: Profile): string | undefined {
  const isHeader = input === 'extra_headers';
  const keys = ['authorization', ...(profile.keyHeaders ?? [])];
  if (isHeader && keys.includes(name.toLowerCase())) return 'carries the key. Use the input api_key for it';
  if (isHeader && OWN.test(name)) return 'is set by the action itself. Leave it out';
  if (ELSEWHERE.test(name)) return 'would take the request, and your key with it, to another server. Set base_url to that server';
  if (isHeader && !HEADER.test(name)) return 'is no name of a header; letters, digits and hyphens are allowed';
  if (name === '') return 'is empty. Give each pair a name';
  if (isHeader && !/^[\t\x20-\x7e\x80-\xff]*$/.test(value))
    return 'has a value that no header can carry; it must be one line of plain characters';
  return undefined;
}

/** The extras of an address. @throws InputError that names what is refused, and never a value */
export function checkExtras(
  given: { readonly extra_query?: Texts | undefined; readonly extra_headers?: Texts | undefined },
  profile: Profile,
): Pick<Address, 'extraQuery' | 'extraHeaders'> {
  const problems = (['extra_query', 'extra_headers'] as const).flatMap((input): InputProblem[] =>
    Object.entries(given[input] ?? {}).flatMap(([name, value]) => {
      const fault = faultOf(input, name, value, profile);
      const place = `${input}.${name.slice(0, 100)}`;
      return fault === undefined ? [] : [{ place, message: `Input ${place} ${fault}.` }];
    }),
  );
  for (const [lower, names] of Map.groupBy(Object.keys(given.extra_headers ?? {}), (name) => name.toLowerCase())) {
    if (names.length === 1) continue;
    const message = `Input extra_headers has ${names.join(' and ')}, which are one header: capital and small letters do not differ there. Give it once.`;
    problems.push({ place: `extra_headers.${lower}`, message });
  }
  const { title, demandsQuery } = profile;
  const demanded = demandsQuery?.names.some((name) => given.extra_query?.[name]) ?? true;
  if (!demanded) {
    const message = `Input extra_query has no ${demandsQuery?.names.join(' or ')}; ${title} needs it. ${demandsQuery?.instead}`;
    problems.push({ place: 'extra_query', message });
  }
  if (problems.length > 0) throw new InputError(problems);
  return { extraQuery: given.extra_query, extraHeaders: given.extra_headers };
}
