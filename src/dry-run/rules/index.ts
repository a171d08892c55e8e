// The rules in the order in which their findings are best fixed.
import type { Rule } from '../rule.ts';
import { apiId } from './api-id.ts';
import { duplicateKey } from './duplicate-key.ts';
import { httpApi } from './http-api.ts';
import { integrationId } from './integration-id.ts';
import { keyForm } from './key-form.ts';
import { notChecked } from './not-checked.ts';
import { unknownApi } from './unknown-api.ts';
import { unknownIntegration } from './unknown-integration.ts';

export const rules: readonly Rule[] = [
  apiId,
  integrationId,
  unknownApi,
  httpApi,
  unknownIntegration,
  duplicateKey,
  keyForm,
  notChecked,
];
