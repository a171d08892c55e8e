// The whole table of facts.
import { controlPlane } from './control-plane.ts';
import { delivery } from './delivery.ts';
import { engine } from './engine.ts';
import { keys } from './keys.ts';
import { parameters } from './parameters.ts';
import { templates } from './templates.ts';

/** By topic, in the order of a call. */
export const topics = {
  'The control plane': controlPlane,
  'Integration response keys': keys,
  'Response parameters': parameters,
  'Which template is used': templates,
  'What a template makes': engine,
  'What the client receives': delivery,
};

/** By id. */
export const facts = { ...controlPlane, ...keys, ...parameters, ...templates, ...engine, ...delivery };
