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

/** `limit` where the reference itself came to no end within its time, memory or length. */
export type Answer =
  | { readonly output: string }
  | { readonly error: string; readonly phase: Phase }
  | { readonly limit: string };

/** Whether a template can not be parsed, or fails while it is rendered. */
export type Phase = 'parse' | 'render';

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
  return new Reference(folder, jars);
}

/** How many seconds one case may take. */
const MAX_SECONDS = 10;

interface Question {
  readonly line: string;
  readonly isBounded: boolean;
  readonly resolve: (answer: Answer) => void;
}

/** Answers in the order of the questions. A case that takes too long ends the process; another goes on with the next. */
export class Reference {
  readonly #folder: string;
  readonly #jars: string;
  readonly #waiting: Question[] = [];
  readonly #clock: NodeJS.Timeout;
  #child: ChildProcess;
  /** Full seconds since the last answer; a clock that ticks is not misled when the whole is suspended meanwhile. */
  #seconds = 0;

  constructor(folder: string, jars: string) {
    this.#folder = folder;
    this.#jars = jars;
    this.#child = this.#start();
    this.#clock = setInterval(() => this.#tick(), 1000);
  }

  render(wanted: Case): Promise<Answer> {
    return this.#ask(wanted, true);
  }

  /** Milliseconds of one rendering, parse included, as the mean of so many. */
  async time(wanted: Case, repeat: number): Promise<number> {
    const { milliseconds } = (await this.#ask({ ...wanted, repeat }, false)) as { milliseconds?: number };
    return milliseconds ?? Number.NaN;
  }

  stop(): void {
    clearInterval(this.#clock);
    this.#child.stdin?.end();
    rmSync(this.#folder, { recursive: true, force: true });
  }

  #ask(wanted: Case & { readonly repeat?: number }, isBounded: boolean): Promise<Answer> {
    return new Promise((resolve) => {
      const question = { line: `${JSON.stringify(wanted)}\n`, isBounded, resolve };
      if (this.#waiting.length === 0) this.#seconds = 0;
      this.#waiting.push(question);
      this.#child.stdin?.write(question.line);
    });
  }

  #tick(): void {
    if (++this.#seconds <= MAX_SECONDS || !this.#waiting[0]?.isBounded) return;
    this.#child.kill('SIGKILL');
  }

  #start(): ChildProcess {
    const options = ['-XX:+UseSerialGC', '-Xmx512m', '-cp', `${this.#folder}:${this.#jars}`, 'Reference'];
    const child = spawn('java', options, { stdio: ['pipe', 'pipe', 'ignore'] });
    child.stdin.on('error', () => undefined);
    createInterface({ input: child.stdout }).on('line', (line) => this.#answer(JSON.parse(line) as Answer));
    child.on('close', () => {
      if (this.#waiting.length > 0) this.#restart();
    });
    return child;
  }

  #answer(answer: Answer): void {
    this.#seconds = 0;
    this.#waiting.shift()?.resolve(answer);
  }

  /** Whatever ended the process, the question it was busy with did. */
  #restart(): void {
    this.#answer({ limit: `more than ${MAX_SECONDS} seconds` });
    this.#child = this.#start();
    for (const { line } of this.#waiting) this.#child.stdin?.write(line);
  }
}
