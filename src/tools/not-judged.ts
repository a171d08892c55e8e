import type { Finding } from '../contract/finding.ts';
import { pageOfFinding } from '../facts/own-page.ts';

/** Said of what was ended at the bounds of one call. */
export const notJudged = (Message: string): Finding => ({
  Code: 'not-judged',
  Severity: 'warning',
  Path: [],
  Message,
  Why: 'What one call may use is bounded, so that no call holds up the others.',
  Fix: 'Make patterns and templates simpler, or give less in one call.',
  Basis: 'inferred',
  Source: pageOfFinding('not-judged'),
});
