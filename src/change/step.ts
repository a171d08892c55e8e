// One next step: words, the call of a tool, and the same for the AWS CLI.
import type { NextStep } from '../contract/next-step.ts';
import type { Selection } from '../contract/selection.ts';
import type { Target } from '../contract/target.ts';
import { visible } from '../text/quote.ts';
import { shell } from '../text/shell.ts';

/** Where a step is to be taken: where the call it follows went. */
export interface Place {
  readonly target: Target;
  /** What the call named itself; the tool of a step needs it again. */
  readonly selection: Selection;
  /** Whether this server offers the tool. */
  readonly offers: (tool: string) => boolean;
}

/** An option of the AWS CLI; `true`: one without a value. */
type Options = Readonly<Record<string, string | true | undefined>>;

export interface Step {
  readonly Text: string;
  readonly Kind?: NextStep['Kind'];
  readonly tool?: readonly [name: string, args: Readonly<Record<string, unknown>>];
  readonly cli?: readonly [command: string, options: Options];
}

/**
 * The step as data. A command that cannot be trusted is left out, and so is a tool that is not offered; of a step that only
 * that tool could take, nothing is left.
 */
export function nextStep({ Text, Kind = 'needed', tool, cli }: Step, { target, selection, offers }: Place): NextStep[] {
  const Cli = cli && awsCall(...cli, target);
  const Tool = tool && offers(tool[0]) ? { Name: tool[0], Arguments: { ...tool[1], ...selection } } : undefined;
  if (tool && !Tool && !cli) return [];
  const step = {
    Text: cli && !Cli && !Tool ? `${Text} (by hand: its name cannot stand in a command)` : Text,
    Kind,
    ...(Tool && { Tool }),
    ...(Cli && { Cli }),
  };
  return [step];
}

/** Longer commands are not worth showing. */
const MAX_COMMAND = 2000;

/**
 * A command for a POSIX shell. Where a name from the account cannot be shown in full, or the AWS CLI would take it for a
 * file to read, there is none that can be trusted.
 */
function awsCall(
  command: string,
  options: Options,
  { Region, Profile, Endpoint, Backend }: Target,
): string | undefined {
  if (Object.values(options).some((value) => typeof value === 'string' && /^(?:fileb?|https?):\/\//.test(value))) {
    return undefined;
  }
  const all: Options = {
    ...options,
    '--region': Region,
    '--profile': Profile,
    '--endpoint-url': Endpoint && !AWS_ENDPOINT.test(Endpoint) ? Endpoint : undefined,
    '--no-sign-request': Backend === 'sandbox' ? true : undefined,
  };
  const words = Object.entries(all).flatMap(([name, value]) => {
    if (value === undefined) return [];
    // Behind "=" a value that begins with a dash is not taken for an option.
    return value === true ? [name] : [`${name}${value.startsWith('-') ? '=' : ' '}${shell(value)}`];
  });
  const text = [`aws apigatewayv2 ${command}`, ...words].join(' ');
  return visible(text, MAX_COMMAND) === text ? text : undefined;
}

/** The endpoint that follows from the region. */
const AWS_ENDPOINT = /^https:\/\/apigateway\.[\w-]+\.amazonaws\.com(?:\.cn)?\/?$/;
