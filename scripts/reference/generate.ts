// Random templates after the grammar of Velocity, with inputs to render them: whole and sensible, whole and odd, broken.
import type { Case } from './java-process.ts';
import type { Random } from './random.ts';
import { BODIES, MACROS, METHODS, NUMBERS, PIECES, PROPERTIES, PROVIDED, TEXTS, VARIABLES } from './vocabulary.ts';

const PREAMBLE =
  '#set($list = [1, "b", 2.5])#set($map = {"a": 1, "b": {"c": "d"}})#set($text = "Hello World")#set($n = 7)#set($r = $input.path("$"))';

/** The case of this number; the same numbers always give the same case. */
export function generateCase(random: Random, id: string): Case {
  const kind = random.below(10);
  const whole = () => PREAMBLE + block(random, 3);
  const template = kind < 5 ? whole() : kind < 8 ? soup(random) : withKnownPaths(mutated(random, whole()));
  return {
    id,
    template,
    body: random.pick(BODIES),
    context: { requestId: 'r-1', identity: { sourceIp: '192.0.2.1' }, requestTimeEpoch: 1652722217711 },
    stageVariables: { env: 'prod' },
    params: { querystring: { q: 'query' }, header: { Host: 'h', 'X-A': 'b' } },
  };
}

/** A path that a mutation has broken is read in another way by each version of Jayway JsonPath: it becomes `$`. */
function withKnownPaths(template: string): string {
  return template.replace(/\.(path|json)\(\s*(["'])(.*?)\2/gs, (whole, name, quote, path) =>
    PROVIDED.some((call) => call.includes(`(${quote}${path}${quote})`)) ? whole : `.${name}(${quote}$${quote}`,
  );
}

function soup(random: Random): string {
  const prefix = random.chance(50) ? '#set($a = "v")#set($list = [1, 2])#set($map = {"a": 1})' : '';
  return prefix + Array.from({ length: 1 + random.below(14) }, () => random.pick(PIECES)).join('');
}

function mutated(random: Random, template: string): string {
  let text = template;
  for (let count = 1 + random.below(3); count > 0; count--) {
    const at = random.below(text.length + 1);
    const end = random.chance(50) ? at : Math.min(text.length, at + random.below(6));
    text = text.slice(0, at) + (random.chance(60) ? random.pick(PIECES) : '') + text.slice(end);
  }
  return text;
}

function block(random: Random, depth: number): string {
  return Array.from(
    { length: 1 + random.below(4) },
    () => statement(random, depth) + random.pick(['', '', ' ', '\n', ', ']),
  ).join('');
}

function statement(random: Random, depth: number): string {
  const inner = () => (depth > 0 ? block(random, depth - 1) : random.pick(['t', '$a', '']));
  const space = () => random.pick(['', '', ' ', '\n  ']);
  switch (random.below(depth > 0 ? 16 : 7)) {
    case 0:
      return random.pick([
        'text',
        '{"k": "',
        '"}',
        '[',
        '],',
        '  ',
        '\n',
        '$5',
        '#1',
        '\\$a',
        '\\\\$a',
        '## c\n',
        '#* c *#',
        '#[[$raw]]#',
        '\\#if',
        '\\#one',
      ]);
    case 1:
    case 2:
    case 3:
      return reference(random, depth, true);
    case 4:
    case 5:
    case 6:
      return `${space()}#set(${space()}${target(random)} =${space()}${expression(random, depth)}${space()})${random.pick(['', '\n', ' '])}`;
    case 7:
    case 8:
      return `#if(${expression(random, depth)})${space()}${inner()}${elseParts(random, depth, inner)}${random.pick(['#end', '#{end}', '#end\n'])}`;
    case 9:
    case 10:
      return `#foreach($${random.pick(['item', 'x', 'b'])} in ${operand(random, depth)})${inner()}${random.pick(['', '#if($foreach.hasNext),#end', '$foreach.count', '$velocityCount', '#if($foreach.count == 2)#break#end'])}#end`;
    case 11:
      return `#macro(${random.pick(MACROS)} $x $y)${inner()}#end`;
    case 12:
      return `#${random.pick(MACROS)}(${operand(random, 0)} ${operand(random, 0)})`;
    case 13:
      return `#define($${random.pick(['d', 'a'])})${inner()}#end$${random.pick(['d', 'a'])}`;
    case 14:
      return `#@${random.pick(MACROS)}(${operand(random, 0)})${inner()}#end$!bodyContent`;
    default:
      return random.pick([
        '#break',
        '#stop',
        `#evaluate(${text(random, depth)})`,
        '#{one}',
        `#evaluate('${inner().replaceAll("'", '')}')`,
      ]);
  }
}

function elseParts(random: Random, depth: number, inner: () => string): string {
  const elseif = random.chance(30) ? `#elseif(${expression(random, depth)})${inner()}` : '';
  return elseif + (random.chance(50) ? `${random.pick(['#else', '#{else}', '#else\n'])}${inner()}` : '');
}

function target(random: Random): string {
  const name = `$${random.pick(VARIABLES)}`;
  return random.pick([
    name,
    name,
    name,
    `${name}.${random.pick(PROPERTIES)}`,
    `${name}[${random.pick(['0', '"a"', '-1', '$n'])}]`,
    `$!${name.slice(1)}`,
  ]);
}

function reference(random: Random, depth: number, inText: boolean): string {
  if (random.chance(20)) return random.pick(PROVIDED);
  const name = random.pick(VARIABLES);
  const path = Array.from({ length: random.below(4) }, () => access(random, depth)).join('');
  const bang = random.chance(15) ? '!' : '';
  return inText && random.chance(25) ? `$${bang}{${name}${path}}` : `$${bang}${name}${path}`;
}

function access(random: Random, depth: number): string {
  const kind = random.below(10);
  if (kind < 4) return `.${random.pick(PROPERTIES)}`;
  if (kind < 5) return `[${random.pick(['0', '1', '-1', '9', '"a"', "'b'", '$n', 'true'])}]`;
  return `.${random.pick(METHODS).replace(/_/g, () => operand(random, depth - 1))}`;
}

function text(random: Random, depth: number): string {
  if (random.chance(50)) return `'${random.pick(TEXTS)}'`;
  return `"${random.pick(TEXTS)}${depth > 0 && random.chance(40) ? reference(random, 0, true).replaceAll('"', "'") : ''}${random.pick(['', '.', '-', '#if(true)y#end'])}"`;
}

function operand(random: Random, depth: number): string {
  const kind = random.below(depth > 0 ? 12 : 8);
  if (kind < 3) return text(random, depth);
  if (kind < 5) return random.pick(NUMBERS);
  if (kind < 7) return reference(random, depth - 1, false);
  if (kind < 8) return random.pick(['true', 'false', '[]', '{}']);
  if (kind < 10) return `[${Array.from({ length: random.below(4) }, () => operand(random, depth - 1)).join(', ')}]`;
  if (kind < 11) return `[${random.pick(['1', '-1', '$n'])}..${random.pick(['3', '0', '$n', '$nope'])}]`;
  return `{${Array.from({ length: random.below(3) }, () => `${operand(random, 0)} : ${operand(random, depth - 1)}`).join(', ')}}`;
}

const OPERATORS = [
  '+',
  '-',
  '*',
  '/',
  '%',
  '==',
  '!=',
  '<',
  '>',
  '<=',
  '>=',
  '&&',
  '||',
  'and',
  'or',
  'eq',
  'ne',
  'lt',
  'gt',
  'le',
  'ge',
];

function expression(random: Random, depth: number): string {
  const kind = random.below(depth > 0 ? 10 : 3);
  if (kind < 5) return operand(random, depth);
  if (kind < 8) return `${expression(random, depth - 1)} ${random.pick(OPERATORS)} ${expression(random, depth - 1)}`;
  if (kind < 9) return `(${expression(random, depth - 1)})`;
  return `${random.pick(['!', 'not '])}${expression(random, depth - 1)}`;
}
