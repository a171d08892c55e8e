// What a tool is, apart from the protocol.
import type { ZodObject, ZodRawShape, z } from 'zod/v3';
import type { Gateway } from '../aws/gateway.ts';
import type { Selection } from '../contract/selection.ts';
import type { Target } from '../contract/target.ts';
import type { RunTask } from '../work/tasks.ts';

/** What a call may use; made once by main, but for `signal` and `progress`, which belong to one call. */
export interface CallContext {
  /** Connects on first use; the operator's limits were checked before. */
  readonly gateway: (selection: Selection) => Promise<Gateway>;
  /** What is known of the target without connecting. */
  readonly target: Target;
  readonly readOnly: boolean;
  /** The APIs that may be changed or sent a message; undefined: all. */
  readonly allowedApis: readonly string[] | undefined;
  /** The stages that may be deployed to or sent a message; undefined: all. */
  readonly allowedStages: readonly string[] | undefined;
  /** Whether the operator offers the tool. */
  readonly offers: (tool: string) => boolean;
  /** What callers may choose besides what is configured. */
  readonly allowedRegions: readonly string[];
  readonly allowedProfiles: readonly string[];
  /** Does what may take long without holding up the other calls. */
  readonly runTask: RunTask;
  readonly signal: AbortSignal;
  readonly progress: (message: string) => void;
}

/** The members every tool's result has; `isError` on the wire is exactly "invalid", "failed" or "refused". */
export interface ToolResult {
  readonly Status: string;
  readonly Summary: string;
  readonly Error?: { readonly Type: string } | undefined;
}

export interface Tool<Input extends ZodRawShape = ZodRawShape, Output extends ZodRawShape = ZodRawShape> {
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly annotations: {
    readonly readOnlyHint: boolean;
    readonly destructiveHint: boolean;
    readonly idempotentHint: boolean;
    readonly openWorldHint: boolean;
  };
  /** Hosts with MCP Apps show the result in the view. */
  readonly view?: true;
  readonly input: ZodObject<Input, 'strict'>;
  readonly output: ZodObject<Output>;
  /** Takes the arguments as they came: a bad argument is a result, like any other. */
  readonly run: (raw: unknown, context: CallContext) => Promise<z.infer<ZodObject<Output>> & ToolResult>;
}

/** Ties the types of one tool together. */
export const defineTool = <Input extends ZodRawShape, Output extends ZodRawShape>(
  tool: Tool<Input, Output>,
): Tool<Input, Output> => tool;
