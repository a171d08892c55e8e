// Where a stage is connected to, and which headers a caller may give.
import type { Finding } from '../contract/finding.ts';
import { pageOfFinding } from '../facts/own-page.ts';
import { quote } from '../text/quote.ts';

/** `ApiEndpoint` + `/` + `StageName`, and the query as a signature wants it written. */
export function handshakeUrl(
  endpoint: string,
  stageName: string,
  query: Readonly<Record<string, string>> = {},
): string {
  const pairs = Object.entries(query).map(([name, value]) => `${escaped(name)}=${escaped(value)}`);
  return `${endpoint}/${escaped(stageName)}${pairs.length > 0 ? `?${pairs.join('&')}` : ''}`;
}

/** All but the unreserved characters (RFC 3986, section 2.3); what is no text at all, half a surrogate pair, is replaced. */
const escaped = (text: string): string =>
  encodeURIComponent(Buffer.from(text).toString()).replace(
    /[!'()*]/g,
    (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`,
  );

/** Characters of the URL of a handshake (quota). */
const MAX_URL = 4096;
const TOKEN = /^[\w!#$%&'*+.^`|~-]+$/;
/** Those that the handshake itself needs; the subprotocol is the caller's. */
const RESERVED = /^(?:host|connection|upgrade|content-length|transfer-encoding|sec-websocket-(?!protocol$).*)$/i;

/** Errors about `Headers` and `Query`: what no handshake can carry. */
export function checkHandshake(
  headers: Readonly<Record<string, string>> = {},
  query: Readonly<Record<string, string>> = {},
): Finding[] {
  const wrong = Object.entries(headers).flatMap(([name, value]) => {
    const Path = ['Headers', name];
    if (RESERVED.test(name))
      return problem(Path, `Header ${quote(name)} belongs to the handshake itself.`, 'Leave it out.');
    if (TOKEN.test(name) && /^[\t\x20-\x7e\x80-\xff]*$/.test(value)) return [];
    return problem(
      Path,
      `${quote(name)} with this value is no HTTP header.`,
      'Give a name of letters, digits and dashes, and a value in one line.',
    );
  });
  const length = handshakeUrl('', '', query).length;
  if (length <= MAX_URL) return wrong;
  return [
    ...wrong,
    ...problem(['Query'], `The query makes a URL of ${length} characters; ${MAX_URL} are allowed.`, 'Shorten it.'),
  ];
}

const problem = (Path: string[], Message: string, Fix: string): Finding[] => [
  {
    Code: 'bad-handshake',
    Severity: 'error',
    Path,
    Message,
    Why: 'The handshake is an HTTP request, and would be refused or not even be sent.',
    Fix,
    Basis: 'documented',
    Source: pageOfFinding('bad-handshake'),
  },
];
