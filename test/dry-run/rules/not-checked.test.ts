import { denied, failed, notFound } from '../../../src/dry-run/example.ts';
import { notChecked } from '../../../src/dry-run/rules/not-checked.ts';
import type { Snapshot } from '../../../src/live/snapshot.ts';
import { testRule } from '../../support/test-rule.ts';

const both = (...given: Partial<Snapshot>[]) => ({ failures: given.flatMap(({ failures = [] }) => failures) });

testRule(notChecked, {
  silent: [
    { name: 'all read', live: {} },
    { name: 'what is unknown was read well enough', live: notFound('GetIntegration') },
  ],
  found: [
    {
      name: 'one read',
      live: denied('GetStages'),
      problems: [
        {
          Path: [],
          Message: 'Not checked, because GetStages failed with AccessDeniedException.',
          Fix: 'Allow the reads for a complete dry run, or go on without.',
        },
      ],
    },
    {
      name: 'a read that may succeed later',
      live: failed('GetRoutes', 'TooManyRequestsException', 'Too Many Requests'),
      problems: [{ Path: [], Fix: 'Call again for a complete dry run, or go on without.' }],
    },
    {
      name: 'several reads in one finding',
      live: both(denied('GetRoutes'), notFound('GetApi'), denied('GetStages')),
      problems: [{ Path: [], Message: 'Not checked, because GetRoutes, GetStages failed with AccessDeniedException.' }],
    },
  ],
});
