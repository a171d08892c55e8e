// What crosses the boundary of the tools that make a route two-way or one-way.
import { z } from 'zod/v3';
import { changeShape, changeStatus, dryRunShape, routeIdShape } from './change.ts';
import { selectionShape } from './selection.ts';

export const CreateRouteResponseArgumentsSchema = z
  .object({ ...routeIdShape, ...dryRunShape, ...selectionShape })
  .strict();
export type CreateRouteResponseArguments = z.infer<typeof CreateRouteResponseArgumentsSchema>;

export const DeleteRouteResponseArgumentsSchema = z
  .object({
    ...routeIdShape,
    RouteResponseId: z.string().min(1).describe('Id of the route response.'),
    ...dryRunShape,
    ...selectionShape,
  })
  .strict();
export type DeleteRouteResponseArguments = z.infer<typeof DeleteRouteResponseArgumentsSchema>;

const RouteResponseSchema = z.object({
  RouteResponseId: z.string().optional(),
  RouteResponseKey: z.string().optional(),
});

export const CreateRouteResponseResultSchema = z.object({
  Status: changeStatus('created'),
  ...changeShape,
  RouteResponse: RouteResponseSchema.optional(),
});
export type CreateRouteResponseResult = z.infer<typeof CreateRouteResponseResultSchema>;

export const DeleteRouteResponseResultSchema = z.object({
  Status: changeStatus('deleted'),
  ...changeShape,
  Before: RouteResponseSchema.optional(),
});
export type DeleteRouteResponseResult = z.infer<typeof DeleteRouteResponseResultSchema>;
