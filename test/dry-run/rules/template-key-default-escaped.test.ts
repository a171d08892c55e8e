import { templateKeyDefaultEscaped } from '../../../src/dry-run/rules/template-key-default-escaped.ts';
import { testRule } from '../../support/test-rule.ts';

const templates = (ResponseTemplates: Record<string, string>) => ({ wanted: { ResponseTemplates } });

testRule(templateKeyDefaultEscaped, {
  silent: [{}, templates({ $default: '' }), templates({ default: '' }), templates({ '\\default': '' })],
  found: [
    {
      ...templates({ 200: 'a', '\\$default': 'b' }),
      problems: [
        { Path: ['ResponseTemplates', '$default'], Replace: 'b' },
        { Path: ['ResponseTemplates', '\\$default'], Replace: null },
      ],
    },
    {
      ...templates({ '\\\\$default': 'b' }),
      problems: [
        { Path: ['ResponseTemplates', '$default'], Replace: 'b' },
        { Path: ['ResponseTemplates', '\\\\$default'], Replace: null },
      ],
    },
    {
      ...templates({ $default: 'a', '\\$default': 'b' }),
      problems: [{ Path: ['ResponseTemplates', '\\$default'], Replace: null }],
    },
  ],
});
