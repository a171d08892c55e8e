// Ids of the seeded control plane.
import type { CreateArguments } from '../../src/contract/create.ts';

export const CHAT_API = 'k3v9x1qz7d';
export const HTTP_API = 'p8m2w6r4tc';
/** HTTP integration of the one-way route sendMessage; has `/2\d\d/` only. */
export const MESSAGES = 'c9d5w0r';
/** MOCK integration of the two-way route ping; has `$default`. */
export const PING = 'd2h6j8t';

/** A sound create: the catch-all that sendMessage lacks. */
export const SOUND: CreateArguments = {
  ApiId: CHAT_API,
  IntegrationId: MESSAGES,
  IntegrationResponseKey: '$default',
  TemplateSelectionExpression: '\\$default',
  ResponseTemplates: { $default: '{"type":"error","requestId":"$context.requestId"}' },
};

export const COLLECTION = `/v2/apis/${CHAT_API}/integrations/${MESSAGES}/integrationresponses`;
