// Where a backend is called: on this machine, or where the operator says.
import { BackendError, NoBackendError } from './exchange.ts';

/** What stands in the place of a URL prefix: `--backend PREFIX=URL`. */
export interface Replacement {
  readonly prefix: string;
  readonly url: string;
}

/** The address to call in the place of `wanted`; throws `BackendError` where it is neither replaced nor loopback. */
export function addressOf(wanted: string, replacements: readonly Replacement[]): URL {
  const [longest] = replacements
    .filter(({ prefix }) => leads(prefix, wanted))
    .toSorted((a, b) => b.prefix.length - a.prefix.length);
  const address = longest ? longest.url + wanted.slice(longest.prefix.length) : wanted;
  if (!URL.canParse(address)) throw new BackendError('its address is no URL');
  const url = new URL(address);
  if (!/^https?:$/.test(url.protocol)) throw new BackendError(`${url.protocol} is not called, only http: and https:`);
  if (!longest && !isLoopback(url)) {
    throw new NoBackendError(
      `${url.origin} is not on this machine: start the sandbox with --backend ${url.origin}=URL`,
    );
  }
  return url;
}

/** A prefix ends where a part of the URL does: `https://a.example` does not lead `https://a.example.org`. */
function leads(prefix: string, address: string): boolean {
  return address.startsWith(prefix) && (/[/?=]$/.test(prefix) || /^(?:$|[/?#:])/.test(address.slice(prefix.length)));
}

const isLoopback = ({ hostname }: URL): boolean => /^(?:(?:.+\.)?localhost|127(?:\.\d+){3}|\[::1\])$/.test(hostname);
