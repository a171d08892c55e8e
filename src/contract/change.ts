// What crosses the boundary of every tool that writes: the same arguments and members of the result for all.
import { z } from 'zod/v3';
import { ChecksSchema } from './checks.ts';
import { ErrorSchema } from './error.ts';
import { FindingSchema } from './finding.ts';
import { NextStepSchema } from './next-step.ts';
import { TargetSchema } from './target.ts';

const id = () => z.string().min(1);

export const apiIdShape = { ApiId: id().describe('Of the WebSocket API.') };
export const integrationResponseIdShape = {
  ...apiIdShape,
  IntegrationId: id().describe('Of its integration.'),
  IntegrationResponseId: id().describe('As describe_websocket_api shows it.'),
};
export const routeIdShape = { ...apiIdShape, RouteId: id().describe('Of the route; not its key.') };

export const dryRunShape = { DryRun: z.boolean().optional().describe('true: only check.') };
export const allowFindingsShape = {
  AllowFindings: z.array(z.string()).optional().describe('Codes of error findings to go on in spite of.'),
};

/** Members of the result of every write; `Status` and what was written come to them. */
export const changeShape = {
  Summary: z.string(),
  Findings: z.array(FindingSchema),
  Checks: ChecksSchema,
  Error: ErrorSchema.optional(),
  NextSteps: z.array(NextStepSchema),
  Target: TargetSchema,
};

/** `done` is the status of a call that wrote. */
export const changeStatus = <Done extends string>(done: Done) => z.enum([done, 'valid', 'invalid', 'failed']);

const changeSchema = z.object(changeShape);
/** A result without `Status` and without what was written. */
export type ChangeResult = z.infer<typeof changeSchema>;
