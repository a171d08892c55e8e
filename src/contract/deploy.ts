// What crosses the boundary of the tool deploy_websocket_api.
import { z } from 'zod/v3';
import { apiIdShape, changeShape, changeStatus, dryRunShape } from './change.ts';
import { selectionShape } from './selection.ts';

export const DeployArgumentsSchema = z
  .object({
    ...apiIdShape,
    StageName: z.string().min(1).describe('Where to.'),
    DeploymentId: z.string().min(1).optional().describe('An earlier deployment: back to it.'),
    CreateStage: z.boolean().optional().describe('true: a missing stage is made, with AutoDeploy.'),
    Description: z.string().max(1024).optional().describe('Of the deployment.'),
    ...dryRunShape,
    ...selectionShape,
  })
  .strict();
export type DeployArguments = z.infer<typeof DeployArgumentsSchema>;

const DeploymentSchema = z.object({
  DeploymentId: z.string().optional(),
  DeploymentStatus: z.string().optional(),
  CreatedDate: z.string().optional(),
  Description: z.string().optional(),
});
export type DeploymentSummary = z.infer<typeof DeploymentSchema>;

const StageSchema = z.object({
  StageName: z.string().optional(),
  DeploymentId: z.string().optional(),
  AutoDeploy: z.boolean().optional(),
});
export type StageSummary = z.infer<typeof StageSchema>;

export const DeployResultSchema = z.object({
  Status: changeStatus('deployed'),
  ...changeShape,
  Deployment: DeploymentSchema.optional(),
  Stage: StageSchema.optional(),
  Before: StageSchema.optional(),
});
/** `Stage` and `Before`: the stage now, and before the call. */
export type DeployResult = z.infer<typeof DeployResultSchema>;
