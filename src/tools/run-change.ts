// From a tool that writes to the change it makes: arguments through the schema, then the operator's limits.
import type { ZodObject, ZodRawShape, z } from 'zod/v3';
import { parseArguments } from '../arguments/parse-arguments.ts';
import { type Change, type Done, makeChange, type Outcome, type State } from '../change/change.ts';
import type { CHANGES } from '../change/changes.ts';
import type { Finding } from '../contract/finding.ts';
import { selectionOf } from '../contract/selection.ts';
import { writeLimits } from '../mcp/operator-limits.ts';
import type { CallContext } from '../mcp/tool.ts';
import { isExhausted } from '../work/exhausted-error.ts';
import { notJudged } from './not-judged.ts';

/** Members that arguments of a write may have besides the change itself. */
interface Common {
  readonly DryRun?: boolean | undefined;
  readonly AllowFindings?: string[] | undefined;
  readonly Region?: string | undefined;
  readonly Profile?: string | undefined;
}

export async function runChange<
  Shape extends ZodRawShape,
  Known extends State,
  Value,
  Kind extends Done,
  Members extends object,
>(
  kind: Change<z.infer<ZodObject<Shape, 'strict'>>, Known, Value, Kind, Members>,
  schema: ZodObject<Shape, 'strict'>,
  tool: keyof typeof CHANGES,
  raw: unknown,
  context: CallContext,
): Promise<Outcome<Kind, Partial<Members>>> {
  const parsed = parseArguments(schema, raw);
  const args = parsed.ok ? parsed.value : parsed.partial;
  const { DryRun, AllowFindings, Region, Profile } = args as Common;
  const { readOnly, gateway: connect, target, offers, signal, progress } = context;
  return makeChange(kind, {
    judge: (given, state) => judged(context.runTask('judgeChange', [tool, given, state], signal)),
    args,
    wrong: parsed.ok ? await writeLimits(args, context) : parsed.findings,
    dry: DryRun === true,
    readOnly,
    allowed: AllowFindings ?? [],
    selection: selectionOf({ Region, Profile }),
    offers,
    connect,
    target,
    options: { signal, progress },
  });
}

/** A dry run that was ended at its bounds stops nothing: the service itself is behind it. */
const judged = (findings: Promise<Finding[]>): Promise<Finding[]> =>
  findings.catch((error) => {
    if (isExhausted(error)) return [notJudged(`The dry run took too much ${error.bound}.`)];
    throw error;
  });
