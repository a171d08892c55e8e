// Parsing and rendering templates, against velocityjs and, where they are at hand, Apache Velocity 1.7 and a JVM; and how
// the cost of a dry run grows.

import { type Reference, startReference } from '../scripts/reference/java-process.ts';
import { blocking, dryRun } from '../src/dry-run/dry-run.ts';
import { soundCall, soundLive } from '../src/dry-run/example.ts';
import { createSubject, type Wanted, withLive } from '../src/dry-run/subject.ts';
import { createScope } from '../src/engines/mapping-template/scope.ts';
import { parseTemplate } from '../src/engines/velocity/parse.ts';
import { render } from '../src/engines/velocity/render.ts';
import type { Snapshot } from '../src/live/snapshot.ts';
import { durationOfShort, exponent, interleave, median, ratios, report } from './measure.ts';
import { requirePeer } from './peers.ts';

const ROUNDS = 15;
/** Renderings until the JVM, and V8, have compiled what there is to compile. */
const WARM_UP = 30_000;
const typical = '{"items":[#foreach($i in $items){"id":"$i.id"}#if($foreach.hasNext),#end#end],"total":$total}';

interface Velocityjs {
  readonly render: (template: string, context: object) => string;
}

async function againstPeers(): Promise<void> {
  const items = Array.from({ length: 100 }, (_, id) => ({ id: String(id) }));
  const body = JSON.stringify({ items, total: 100 });
  const source = `#set($items = $input.path('$.items'))#set($total = $input.path('$.total'))${typical}`;
  const parsed = parseTemplate(source);
  // A scope reads its body once for all renderings; one of its own makes each body new.
  const scope = createScope({ body, context: {} });
  const renderNewBody = () => render(parseTemplate(source), createScope({ body, context: {} }));
  const velocityjs = requirePeer('velocityjs') as Velocityjs | undefined;
  const velocity = referenceIfAny();
  const wanted = { id: 'typical', template: source, body };
  await velocity?.time(wanted, WARM_UP);
  for (let n = 0; n < WARM_UP; n++) renderNewBody();
  const measured = await interleave(
    {
      ours: () => durationOfShort(() => render(parseTemplate(source), scope)),
      'ours, another body': () => durationOfShort(renderNewBody),
      'ours, the template parsed before': () => durationOfShort(() => render(parsed, scope)),
      ...(velocityjs && {
        velocityjs: () => durationOfShort(() => velocityjs.render(typical, { items, total: 100 })),
      }),
      ...(velocity && { 'Velocity 1.7, warm JVM': () => velocity.time(wanted, 500) }),
    },
    ROUNDS,
  );
  velocity?.stop();
  console.log('Parsing and rendering a typical template with 100 items, as in the rendering before: time, times ours');
  for (const [name, ratio] of ratios(measured, 'ours')) report(name, ratio);
}

function referenceIfAny(): Reference | undefined {
  try {
    return startReference();
  } catch {
    console.log("Velocity 1.7 is left out: Debian's package velocity or a JDK is missing.");
    return undefined;
  }
}

const template = (kilobytes: number): string => {
  const line = '#if($input.path("$.a") == "b")"a": "$input.path(\'$.c\')",#else"d": $input.json(\'$.e\'),#end\n';
  return line.repeat(Math.floor((kilobytes * 1024) / line.length));
};
let judged = 0;
const many = <T>(count: number, make: (n: number) => T): T[] => Array.from({ length: count }, (_, n) => make(n));
const judge = (wanted: Wanted, live: Partial<Snapshot>) =>
  blocking(dryRun(withLive(createSubject({ ...soundCall, ...wanted }), { ...soundLive, ...live })), []);

const GROWTH: Readonly<Record<string, { sizes: readonly number[]; run: (size: number) => unknown }>> = {
  'templates of 1 to 32 KB': {
    sizes: [1, 4, 16, 32],
    run: (size) =>
      // Another one each time: what is remembered of a template that was read before must not count.
      judge(
        {
          TemplateSelectionExpression: '\\$default',
          ResponseTemplates: { $default: `${template(size)}## ${++judged}` },
        },
        {},
      ),
  },
  '1 to 300 routes': {
    sizes: [1, 10, 100, 300],
    run: (size) =>
      judge(
        {},
        { routes: many(size, (n) => ({ RouteId: `r${n}`, RouteKey: `k${n}`, Target: 'integrations/abc123' })) },
      ),
  },
  '1 to 100 sibling responses': {
    sizes: [1, 10, 50, 100],
    run: (size) =>
      judge(
        {},
        { responses: many(size, (n) => ({ IntegrationResponseId: `i${n}`, IntegrationResponseKey: `/4${n}\\d+/` })) },
      ),
  },
};

async function growth(): Promise<void> {
  console.log('How the cost of a dry run grows: exponents (1 is linear)');
  for (const [name, { sizes, run }] of Object.entries(GROWTH)) {
    const candidates = Object.fromEntries(sizes.map((size) => [size, () => durationOfShort(() => run(size))]));
    const measured = await interleave(candidates, ROUNDS);
    report(name, exponent([...measured].map(([size, figures]) => [Number(size), median(figures)])), 1.1);
  }
}

export async function templates(): Promise<void> {
  await againstPeers();
  await growth();
}
