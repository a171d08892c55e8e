// The view's end of MCP Apps (2026-01-26): JSON-RPC by messages to the window around it. By hand, since the official App
// class brings 640 KB of schemas along and a view has 80.
import type { McpUiHostContext, McpUiInitializeRequest, McpUiInitializeResult } from '@modelcontextprotocol/ext-apps';

type Params = Readonly<Record<string, unknown>>;
type Message = Readonly<{ id?: unknown; method?: unknown; params?: unknown; result?: unknown; error?: unknown }>;

/** What a tool was called with and what it answered. */
export interface ToolResult {
  readonly structuredContent?: unknown;
}

export interface HostEvents {
  readonly input: (args: Params) => void;
  readonly result: (result: ToolResult) => void;
  readonly cancelled: () => void;
  readonly context: (context: McpUiHostContext) => void;
}

export interface Host {
  /** Calls a tool of the server through the host; undefined: the host does not pass calls on. Rejects where it refuses. */
  readonly callTool: ((name: string, args: Params) => Promise<ToolResult>) | undefined;
}

/** Greets the host; the events begin to come when the promise has resolved. */
export async function connectHost(events: HostEvents): Promise<Host> {
  const waiting = new Map<number, { resolve: (result: unknown) => void; reject: (error: unknown) => void }>();
  let lastId = 0;
  const send = (message: object) => window.parent.postMessage({ jsonrpc: '2.0', ...message }, '*');
  const request = <Result>(method: string, params: object): Promise<Result> => {
    lastId += 1;
    const id = lastId;
    send({ id, method, params });
    return new Promise<Result>((resolve, reject) => {
      waiting.set(id, { resolve: (result) => resolve(result as Result), reject });
    });
  };
  const notifications: Readonly<Record<string, (params: Params) => void>> = {
    'ui/notifications/tool-input': ({ arguments: args }) => events.input((args ?? {}) as Params),
    'ui/notifications/tool-result': (params) => events.result(params),
    'ui/notifications/tool-cancelled': () => events.cancelled(),
    'ui/notifications/host-context-changed': (params) => events.context(params),
  };
  window.addEventListener('message', ({ source, data }: MessageEvent<Message | null>) => {
    if (source !== window.parent || typeof data !== 'object' || data === null) return;
    const { id, method, params, result, error } = data;
    if (typeof method === 'string') {
      if (id === undefined) notifications[method]?.((params ?? {}) as Params);
      else if (method === 'ping' || method === 'ui/resource-teardown') send({ id, result: {} });
      else send({ id, error: { code: -32601, message: 'Method not found' } });
      return;
    }
    const asked = typeof id === 'number' ? waiting.get(id) : undefined;
    if (!asked) return;
    waiting.delete(id as number);
    if (error === undefined) asked.resolve(result);
    else asked.reject(error);
  });

  const params: McpUiInitializeRequest['params'] = {
    appInfo: { name: 'integration-response-mcp', version: '1' },
    appCapabilities: { availableDisplayModes: ['inline', 'fullscreen'] },
    protocolVersion: '2026-01-26',
  };
  const { hostCapabilities, hostContext } = await request<McpUiInitializeResult>('ui/initialize', params);
  events.context(hostContext ?? {});
  send({ method: 'ui/notifications/initialized', params: {} });
  const { documentElement } = document;
  new ResizeObserver(() => {
    const height = Math.ceil(documentElement.getBoundingClientRect().height);
    send({ method: 'ui/notifications/size-changed', params: { height } });
  }).observe(documentElement);
  return {
    callTool: hostCapabilities?.serverTools && ((name, args) => request('tools/call', { name, arguments: args })),
  };
}
