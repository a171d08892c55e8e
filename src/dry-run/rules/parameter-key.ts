import { MAX_PARAMETER_LENGTH } from '../../contract/integration-response.ts';
import { quote } from '../../contract/quote.ts';
import { parameters, parseParameterKey, parseParameterValue } from '../parameter-grammar.ts';
import { renamed } from '../renamed.ts';
import type { Rule } from '../rule.ts';

export const parameterKey: Rule = {
  code: 'parameter-key',
  severity: 'error',
  summary: 'A key of `ResponseParameters` is not `method.response.header.NAME`.',
  why: 'The keys name what is set, and only method.response.header.NAME is documented; what is read stands on the right.',
  basis: 'documented',
  source:
    'https://docs.aws.amazon.com/apigatewayv2/latest/api-reference/apis-apiid-integrations-integrationid-integrationresponses.html',
  example: {
    refused: { ResponseParameters: { 'X-Kind': "'error'" } },
    corrected: { ResponseParameters: { 'method.response.header.X-Kind': "'error'" } },
  },
  check({ wanted }) {
    // Under its new name a value that is wrong would be found anew, so it is put right at once.
    const given = wanted.ResponseParameters ?? {};
    const sound = new Map(parameters(wanted).map(([key, value]) => [key, soundValue(value)]));
    const { names } = renamed(given, (key) => (sound.get(key) === undefined ? undefined : meant(key)));
    const map = Object.fromEntries(
      parameters(wanted).map(([key, value]) => {
        const name = names.get(key);
        return name === undefined ? [key, value] : [name, sound.get(key)];
      }),
    );
    const [first] = names.keys();
    return parameters(wanted).flatMap(([key]) => {
      if (parseParameterKey(key).form !== 'other') return [];
      const name = names.get(key);
      return [
        {
          // One replacement of the map renames all keys.
          Path: key === first ? ['ResponseParameters'] : ['ResponseParameters', key],
          Message: `The key ${quote(key)} is not method.response.header.NAME.`,
          Fix: name ? `Name it ${quote(name)}.` : 'Write method.response.header. and the name of a header.',
          ...(key === first && { Replace: map }),
        },
      ];
    });
  },
};

/** The value, or what was meant by it; undefined where that is not clear. */
function soundValue(value: string): string | undefined {
  const { form, meant } = parseParameterValue(value);
  return form === 'sound' && value.length <= MAX_PARAMETER_LENGTH ? value : meant;
}

function meant(key: string): string | undefined {
  const parsed = parseParameterKey(key);
  return parsed.form === 'other' ? parsed.meant : undefined;
}
