import { expect, test } from 'vitest';
import { parseTemplate } from '../../../src/engines/velocity/parse.ts';
import { positionAt } from '../../../src/engines/velocity/position.ts';
import { walk } from '../../../src/engines/velocity/tree.ts';

const TEMPLATE = `#set($root = $input.path('$'))
#if($root.n > 1 && !$x)
  #foreach($i in [$a..$b])"$i.id[$k]"#end
#elseif("say \${hello}")
  #macro(m $p)$p#end#m({"k": [$v]})#@w()$inner#end
#else
  #define($d)$e#end#evaluate("$f")#break($foreach)#stop($g)#parse($h)
#end`;

test('walk meets every reference, where it begins', () => {
  const found: string[] = [];
  walk(parseTemplate(TEMPLATE).nodes, (node) => {
    if (node.kind !== 'reference') return;
    const { line, column } = positionAt(TEMPLATE, node.offset);
    found.push(`${node.name} ${line}:${column}`);
    expect(TEMPLATE.slice(node.offset).replace(/^\$!?\{?/, '')).toMatch(new RegExp(`^${node.name}`));
  });
  expect(found).toEqual([
    ...['root 1:6', 'input 1:14', 'root 2:5', 'x 2:21', 'i 3:12', 'a 3:19', 'b 3:23', 'i 3:28', 'k 3:34'],
    ...['hello 4:14', 'p 5:15', 'v 5:31', 'inner 5:41', 'e 7:14', 'f 7:31', 'foreach 7:42', 'g 7:57', 'h 7:67'],
  ]);
});

test('walk meets accesses, in the order of the text', () => {
  const kinds: string[] = [];
  walk(parseTemplate('$a.b.c(1)[2]').nodes, (node) => kinds.push(node.kind));
  expect(kinds).toEqual(['reference', 'property', 'method', 'constant', 'index', 'constant']);
});

test.each([
  [0, 1, 1],
  [2, 1, 3],
  [3, 2, 1],
  [6, 3, 1],
  [8, 4, 1],
])('character %i is in line %i, column %i', (offset, line, column) => {
  expect(positionAt('ab\nc\r\nd\re', offset)).toEqual({ line, column });
});
