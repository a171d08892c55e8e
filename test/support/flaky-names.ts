// Names under `.flaky.localhost`, which stand for 127.0.0.1 and sometimes cannot be resolved.
import dns from 'node:dns';

export interface FlakyName {
  readonly host: string;
  /** How often it could not be resolved. */
  readonly failures: () => number;
}

interface Name {
  readonly fails: () => boolean;
  failures: number;
}

const names = new Map<string, Name>();
const lookup = dns.lookup;

/** Makes a name; `fails` says of each look-up whether it fails. */
export function flakyName(fails: () => boolean): FlakyName {
  dns.lookup = lookupFlaky as typeof lookup;
  const name: Name = { fails, failures: 0 };
  const host = `n${names.size}.flaky.localhost`;
  names.set(host, name);
  return { host, failures: () => name.failures };
}

type Answer = (error: Error | null, ...answer: unknown[]) => void;

function lookupFlaky(host: string, options: dns.LookupOptions, answer: Answer): void {
  const name = names.get(host);
  if (!name) lookup(host, options, answer);
  else if (name.fails()) {
    name.failures += 1;
    const code = name.failures % 2 === 0 ? 'ENOTFOUND' : 'EAI_AGAIN';
    const error = Object.assign(new Error(`getaddrinfo ${code} ${host}`), { code, syscall: 'getaddrinfo' });
    setImmediate(answer, error);
  } else if (options.all) setImmediate(answer, null, [{ address: '127.0.0.1', family: 4 }]);
  else setImmediate(answer, null, '127.0.0.1', 4);
}
