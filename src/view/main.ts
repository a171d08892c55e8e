// What a host with MCP Apps shows beside the JSON of describe, preview, create and update.
import type { DescribeResult } from '../contract/describe.ts';
import type { IntegrationResponse } from '../contract/integration-response.ts';
import type { PreviewArguments, PreviewResult } from '../contract/preview.ts';
import { apiView } from './api-view.ts';
import { type ChangeResult, changeView } from './change-view.ts';
import { element } from './element.ts';
import { connectHost, type Host, type ToolResult } from './host.ts';
import { previewView } from './preview-view.ts';

const main = document.body.appendChild(element('main', { 'aria-live': 'polite' }, 'Waiting for the result…'));
let args: Readonly<Record<string, unknown>> = {};
let host: Host | undefined;

/** The shape of a result tells which tool it comes from: not every host names the tool. */
function show({ structuredContent }: ToolResult): void {
  if (typeof structuredContent !== 'object' || structuredContent === null) {
    main.replaceChildren(element('p', {}, 'The result holds no data to show.'));
  } else if ('Previews' in structuredContent) {
    const callTool = host?.callTool;
    const again =
      callTool &&
      (async (changed: PreviewArguments) => {
        const result = await callTool('preview_integration_response', changed);
        args = changed;
        show(result);
      });
    main.replaceChildren(previewView(structuredContent as PreviewResult, args as PreviewArguments, again));
  } else if ('NextSteps' in structuredContent) {
    main.replaceChildren(changeView(structuredContent as unknown as ChangeResult, args as IntegrationResponse));
  } else {
    main.replaceChildren(apiView(structuredContent as DescribeResult));
  }
}

host = await connectHost({
  input(given) {
    args = given;
  },
  result: show,
  cancelled() {
    main.replaceChildren(element('p', {}, 'The call was cancelled.'));
  },
  context({ theme }) {
    if (theme) document.documentElement.dataset['theme'] = theme;
  },
});
