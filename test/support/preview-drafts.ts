// A preview of responses that belong to no API.
import type { Preview, PreviewArguments } from '../../src/contract/preview.ts';
import { assumedDestination } from '../../src/preview/destination.ts';
import { type PreviewRequest, preview } from '../../src/preview/preview.ts';

type Drafts = Omit<PreviewRequest, 'destinations' | 'integrationType'> & {
  readonly integrationType?: string;
  readonly twoWay?: boolean;
  readonly context?: PreviewArguments['Context'];
  readonly stageVariables?: PreviewArguments['StageVariables'];
};

/** On a two-way route of an HTTP integration, unless told otherwise. */
export const previewDrafts = ({ twoWay, context, stageVariables, ...request }: Drafts): Preview[] =>
  preview({
    integrationType: 'HTTP',
    ...request,
    destinations: [assumedDestination({ TwoWay: twoWay, Context: context, StageVariables: stageVariables })],
  });
