import { matchesEmpty } from '../../engines/java-regex/sample.ts';
import { facts } from '../../facts/facts.ts';
import { usingRoutes } from '../../live/reach.ts';
import { siblingPatterns } from '../key/siblings.ts';
import { isEveryCode, statusCodesOf } from '../key/status-codes.ts';
import type { Rule } from '../rule.ts';

export const noDefault: Rule = {
  code: 'no-default',
  severity: 'warning',
  summary: 'No response of the integration has the key `$default`, so outcomes that no pattern matches fail.',
  why:
    'Where no pattern matches and $default is missing, the service was seen to log "No match for output mapping and no default ' +
    'output mapping configured" and to send {"message": "Internal server error", …}. The guide asks for $default as the catch-all.',
  facts: [facts['no-match-fails'], facts['default-is-required']],
  about: ['IntegrationResponseKey'],
  example: {
    refused: { IntegrationResponseKey: '/200/' },
    live: { responses: [{ IntegrationResponseId: 'def456', IntegrationResponseKey: '/4\\d\\d/' }] },
    corrected: { IntegrationResponseKey: '$default' },
  },
  check(subject) {
    const { wanted, live, key, matched } = subject;
    if (!live.responses || !matched || matched === 'nothing') return [];
    // A key that is neither may be meant for $default.
    if (
      !key ||
      key.form === 'default' ||
      (key.form === 'other' && /default/i.test(wanted.IntegrationResponseKey ?? ''))
    )
      return [];
    if (live.responses.some(({ IntegrationResponseKey: text }) => text === '$default')) return [];
    // On $connect an outcome without a response refuses the connection, which may be meant.
    const routes = usingRoutes(subject);
    if (routes.length > 0 && routes.every(({ RouteKey }) => RouteKey === '$connect')) return [];
    const keys = [key, ...siblingPatterns(subject).map((sibling) => sibling.key)];
    if (matched === 'status' && isEveryCode(new Set(keys.flatMap((one) => statusCodesOf(one, subject.budget) ?? []))))
      return [];
    const failing =
      matched === 'errorMessage' && !keys.some((one) => one.form === 'pattern' && matchesEmpty(one.pattern));
    return [
      {
        Path: ['IntegrationResponseKey'],
        Message: failing
          ? 'No response has the key $default: every successful call of this function fails, because its error message is empty.'
          : 'No response has the key $default: an outcome that no pattern matches ends in "Internal server error".',
        Fix: 'Create a response with the key $default as well.',
      },
    ];
  },
};
