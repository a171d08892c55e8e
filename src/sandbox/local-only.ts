// Who may call: programs on this machine. A web page is kept out, however it names the address (DNS rebinding).
import type { IncomingMessage } from 'node:http';

/** Whether the request names this machine, and not another whose name was made to lead here. */
export const namesThisMachine = ({ headers: { host = '' } }: IncomingMessage): boolean => isLoopback(`http://${host}`);

/** Whether a browser sent it for a web page; a browser says so in headers that pages cannot change. */
export function isFromPage({ headers }: IncomingMessage): boolean {
  const site = headers['sec-fetch-site'];
  return headers.origin !== undefined || (site !== undefined && site !== 'none');
}

/** Whether the page that sent it, if any, was itself served by this machine. */
export const isFromLocalPage = ({ headers: { origin } }: IncomingMessage): boolean =>
  origin === undefined || isLoopback(origin);

function isLoopback(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const { protocol, hostname } = new URL(address);
  return /^https?:$/.test(protocol) && /^(?:(?:.+\.)?localhost|127(?:\.\d+){3}|\[::1\])$/.test(hostname);
}
