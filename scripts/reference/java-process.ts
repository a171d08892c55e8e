// The reference as a child process: one case in, one answer out.
import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

/** A template with what it is rendered with; the last four may be absent. */
export interface Case {
  readonly id: string;
  readonly template: string;
  readonly body?: string;
  readonly context?: Record<string, unknown>;
  readonly stageVariables?: Record<string, unknown>;
  readonly params?: Record<string, unknown>;
}

export type Answer = { readonly output: string } | { readonly error: string };

/** Debian packages and the jars in them. */
const JARS: readonly (readonly [name: string, jar: string])[] = [
  ['velocity', 'velocity.jar'],
  ['libjsonpath-java', 'json-path.jar'],
  ['libjson-smart-java', 'json-smart.jar'],
  ['libjson-smart-java', 'accessors-smart.jar'],
  ['libaccessors-smart-java', 'accessors-smart.jar'],
  ['libasm-java', 'asm.jar'],
  ['libcommons-lang-java', 'commons-lang.jar'],
  ['libcommons-collections3-java', 'commons-collections3.jar'],
  ['libslf4j-java', 'slf4j-api.jar'],
  ['libslf4j-java', 'slf4j-nop.jar'],
];

function classPath(): string {
  return JARS.flatMap(([name, jar]) => {
    try {
      const files = execFileSync('dpkg', ['-L', name], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).split(
        '\n',
      );
      return files.filter((file) => file.endsWith(`/java/${jar}`));
    } catch {
      return [];
    }
  }).join(':');
}

/** Compiles and starts the reference. Throws where a JDK or Debian's `velocity` package is missing. */
export function startReference(): Reference {
  const folder = mkdtempSync(join(tmpdir(), 'velocity-reference-'));
  const jars = classPath();
  if (!jars.includes('velocity.jar'))
    throw new Error('Install the Debian packages velocity and libjsonpath-java first.');
  const source = join(import.meta.dirname, 'Reference.java');
  execFileSync('javac', ['-nowarn', '-encoding', 'UTF-8', '-cp', jars, '-d', folder, source], { stdio: 'inherit' });
  const child = spawn('java', ['-XX:+UseSerialGC', '-cp', `${folder}:${jars}`, 'Reference'], {
    stdio: ['pipe', 'pipe', 'ignore'],
  });
  return new Reference(child, folder);
}

/** Answers in the order of the questions. */
export class Reference {
  readonly #child: ChildProcess;
  readonly #folder: string;
  readonly #waiting: ((answer: Answer) => void)[] = [];

  constructor(child: ChildProcess, folder: string) {
    this.#child = child;
    this.#folder = folder;
    if (!child.stdout) throw new Error('The reference has no output.');
    createInterface({ input: child.stdout }).on('line', (line) => this.#waiting.shift()?.(JSON.parse(line) as Answer));
    child.on('exit', () => {
      for (const answer of this.#waiting.splice(0)) answer({ error: 'The reference has ended.' });
    });
  }

  render(wanted: Case): Promise<Answer> {
    return this.#ask(wanted);
  }

  /** Milliseconds of one rendering, parse included, as the mean of so many. */
  async time(wanted: Case, repeat: number): Promise<number> {
    const { milliseconds } = (await this.#ask({ ...wanted, repeat })) as { milliseconds?: number };
    return milliseconds ?? Number.NaN;
  }

  #ask(wanted: Case & { readonly repeat?: number }): Promise<Answer> {
    return new Promise((resolve) => {
      this.#waiting.push(resolve);
      this.#child.stdin?.write(`${JSON.stringify(wanted)}\n`);
    });
  }

  stop(): void {
    this.#child.stdin?.end();
    rmSync(this.#folder, { recursive: true, force: true });
  }
}
