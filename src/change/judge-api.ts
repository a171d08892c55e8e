import type { GetApiResponse } from '@aws-sdk/client-apigatewayv2';
import type { Finding } from '../contract/finding.ts';
import { runRules } from '../dry-run/rule.ts';
import { httpApi } from '../dry-run/rules/http-api.ts';
import { notChecked } from '../dry-run/rules/not-checked.ts';
import { unknownApi } from '../dry-run/rules/unknown-api.ts';
import type { Failure } from '../live/snapshot.ts';
import { subjectOf } from './response-state.ts';

interface State {
  readonly api?: GetApiResponse;
  readonly failures: readonly Failure[];
}

/** What every write asks of its API: that it is there and takes messages, and what could not be read. */
export const judgeApi = (ApiId: string | undefined, state: State | undefined): Finding[] =>
  state
    ? runRules(
        [unknownApi, httpApi, notChecked],
        subjectOf(ApiId === undefined ? {} : { ApiId }, {
          ...(state.api && { api: state.api }),
          failures: state.failures,
        }),
      )
    : [];
