// The page of what the sandbox refuses, made from the table of its refusals.
import { table } from '../src/findings/markdown.ts';
import * as refusals from '../src/sandbox/refusals.ts';

const HEAD = `# What the sandbox refuses, and whose words these are

The sandbox answers as the control plane of API Gateway V2 does, as far as that is known. Each text below says how sure it is:

- **observed**: seen on this control plane. The source is the public record.
- **sibling**: seen on the REST control plane (V1), or general to the front end. That V2 says the same is a guess.
- **ours**: nowhere published. The refusal itself is documented, observed or the natural one.

The examples have a made-up account, and \`<…>\` where an id stands. What is not listed is accepted.
`;

export const sandboxMessages = (): string =>
  `${HEAD}\n${table(['status', 'type', 'message', 'words'], Object.values(refusals).map(row))}\n`;

function row(refusal: (typeof refusals)[keyof typeof refusals]): string[] {
  const answer = refusal as (...example: readonly unknown[]) => ReturnType<typeof refusal>;
  const { status, type, message } = answer(...refusal.example);
  const { label, source, remark } = refusal.words;
  const words = source ? `[${label}](${source})` : label;
  return [String(status), `\`${type}\``, `\`${message}\``, remark ? `${words}: ${remark}` : words];
}
