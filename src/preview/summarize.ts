import type { Preview } from '../contract/preview.ts';
import { quote } from '../text/quote.ts';
import type { Destination } from './destination.ts';

/** The previews in one sentence, and what keeps all of them from the client. */
export function summarize(previews: readonly Preview[], [destination]: readonly Destination[]): string {
  const unreached = destination?.isReached ? '' : ' No route uses the integration, so no message reaches it.';
  return `${outcomesInWords(previews)}${unreached}`;
}

function outcomesInWords(previews: readonly Preview[]): string {
  const [first] = previews;
  if (first && previews.length === 1) return outcomeInWords(first);
  const failures = previews.filter(({ Failure }) => Failure).length;
  const received = previews.filter(({ Failure, ClientReceives }) => !Failure && ClientReceives !== null).length;
  const silent = previews.length - failures - received;
  const parts = [
    `${received} with a message to the client`,
    ...(silent > 0 ? [`${silent} without`] : []),
    ...(failures > 0 ? [`${failures} with a failure`] : []),
  ];
  return `${previews.length} outcomes: ${parts.join(', ')}.`;
}

function outcomeInWords(outcome: Preview): string {
  const {
    Failure,
    IntegrationResponseKey: key,
    TemplateKey: template,
    ClientReceives,
    Bytes,
    Frames,
    Routes,
  } = outcome;
  const several = Routes ? ` On ${quote(Routes[0]?.RouteKey ?? '')}; Routes tells what the others bring.` : '';
  if (Failure) {
    const after = ClientReceives === null ? 'The client receives nothing' : 'The client receives an error frame';
    return `${after}: ${Failure.Reason}${several}`;
  }
  const way = [
    key === null ? 'no integration response' : `integration response ${quote(key)}`,
    template === null ? 'no template' : `template ${quote(template)}`,
  ].join(', ');
  return ClientReceives === null
    ? `The client receives nothing (${way}); Notes say why.${several}`
    : `The client receives ${Bytes} bytes in ${Frames === 1 ? 'one frame' : `${Frames} frames`} (${way}).${several}`;
}
