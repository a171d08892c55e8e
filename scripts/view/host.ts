// The page of the host emulator: the official bridge of MCP Apps around the view in a frame without any privilege.
import { AppBridge, PostMessageTransport } from '@modelcontextprotocol/ext-apps/app-bridge';

type Theme = 'light' | 'dark';
interface Call {
  readonly name: string;
  readonly arguments: Record<string, unknown>;
}

type Result = Parameters<AppBridge['sendToolResult']>[0];

const call = async (tool: object): Promise<Result> =>
  (await (await fetch('/call', { method: 'POST', body: JSON.stringify(tool) })).json()) as Result;

/** Opens the view anew and shows a result in it; `result` absent: the server of this page is asked. */
async function show(tool: Call, theme: Theme = 'light', result?: Result): Promise<void> {
  const frame = document.createElement('iframe');
  frame.setAttribute('sandbox', 'allow-scripts');
  frame.title = 'view';
  const bridge = new AppBridge(
    null,
    { name: 'emulator', version: '1' },
    { serverTools: {} },
    { hostContext: { theme, displayMode: 'inline' } },
  );
  bridge.oncalltool = (params) => call(params);
  bridge.onsizechange = ({ height }) => {
    if (height !== undefined) frame.style.height = `${height}px`;
  };
  const ready = new Promise<void>((resolve) => {
    bridge.oninitialized = () => resolve();
  });
  document.body.replaceChildren(frame);
  if (!frame.contentWindow) throw new Error('The frame has no window.');
  await bridge.connect(new PostMessageTransport(frame.contentWindow, frame.contentWindow));
  frame.srcdoc = await (await fetch('/view.html')).text();
  await ready;
  await bridge.sendToolInput({ arguments: tool.arguments });
  await bridge.sendToolResult(result ?? (await call(tool)));
}

Object.assign(window, { show });
