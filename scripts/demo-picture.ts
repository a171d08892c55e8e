// A picture of a real run of the demo in a terminal, as an SVG of text.
import { execFileSync } from 'node:child_process';

const COLUMN = 7.8;
const LINE = 18;
const MARGIN = 16;

/** SGR codes that the demo uses, as attributes; 22 and 39 end them. */
const STYLES: Readonly<Record<string, string>> = {
  '1': 'font-weight="bold"',
  '2': 'fill="#6e7781"',
  '31': 'fill="#cf222e"',
  '32': 'fill="#1a7f37"',
  '33': 'fill="#9a6700"',
  '36': 'fill="#0969da"',
};

/** Runs the demo with what was built; what is made anew at each run (a port, an id) is replaced by something fixed. */
export function demoPicture(): string {
  const output = execFileSync(process.execPath, ['--import', 'tsx', 'scripts/demo.ts'], {
    encoding: 'utf8',
    env: { ...process.env, FORCE_COLOR: '1' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const id = /Created integration response (\w+)/.exec(output)?.[1] ?? '';
  return svg(
    output
      .replace(/127\.0\.0\.1:\d+/g, '127.0.0.1:4750')
      .replaceAll(id, 'm4k7w2p')
      .trim(),
  );
}

function svg(output: string): string {
  const lines = styled(output).split('\n');
  const rows = lines.map((line, index) =>
    line === '' ? '' : `<text x="${MARGIN}" y="${MARGIN + (index + 0.75) * LINE}">${line}</text>\n`,
  );
  const longest = Math.max(
    ...lines.map((line) => line.replace(/<[^>]*>|&\w+;/g, (mark) => (mark[0] === '<' ? '' : '-')).length),
  );
  const width = Math.ceil(longest * COLUMN + 2 * MARGIN);
  const height = lines.length * LINE + 2 * MARGIN;
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img">
<title>A run of npm run demo</title>
<rect width="100%" height="100%" rx="8" fill="#f6f8fa" stroke="#d0d7de"/>
<g font-family="ui-monospace, SFMono-Regular, Menlo, Consolas, 'DejaVu Sans Mono', monospace" font-size="13" fill="#1f2328" xml:space="preserve">
${rows.join('')}</g>
</svg>
`;
}

/** The text with a `tspan` for each styled part of a line. A style holds from its escape sequence to the next one, over line ends too. */
function styled(output: string): string {
  const [plain = '', ...parts] = output.split('\x1b[');
  const spans = parts.map((part) => {
    const end = part.indexOf('m');
    const style = STYLES[part.slice(0, end)];
    const lines = escaped(part.slice(end + 1)).split('\n');
    return lines.map((line) => (style && line !== '' ? `<tspan ${style}>${line}</tspan>` : line)).join('\n');
  });
  return escaped(plain) + spans.join('');
}

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
