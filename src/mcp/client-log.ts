// Log messages to the client. None are sent before it has chosen a level: a host that never asks is not to be bothered.

/** From the least to the most severe, as the protocol names them. */
const LEVELS = ['debug', 'info', 'notice', 'warning', 'error', 'critical', 'alert', 'emergency'] as const;
type Level = (typeof LEVELS)[number];

export interface LogMessage {
  readonly level: Level;
  readonly logger: string;
  readonly data: unknown;
}

export interface ClientLog {
  /** From now on messages of this level and above are sent; false: there is no such level. */
  setLevel(level: unknown): boolean;
  /** `data` never holds text of arguments, templates, credentials or headers. */
  write(level: Level, logger: string, data: unknown): void;
}

export function createClientLog(send: (message: LogMessage) => Promise<void>): ClientLog {
  let least: number = LEVELS.length;
  return {
    setLevel(level) {
      const index = (LEVELS as readonly unknown[]).indexOf(level);
      if (index !== -1) least = index;
      return index !== -1;
    },
    write(level, logger, data) {
      if (LEVELS.indexOf(level) >= least) send({ level, logger, data }).catch(() => undefined);
    },
  };
}
