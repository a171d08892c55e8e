import type { Finding } from '../contract/finding.ts';
import { badge, details, element } from './element.ts';

const KIND = { error: 'bad', warning: 'bad', info: 'plain' } as const;

/** Findings with their fix; nothing where there are none. */
export function findingList(findings: readonly Finding[]): HTMLElement | undefined {
  if (findings.length === 0) return undefined;
  return element('ul', { class: 'findings', 'aria-label': 'Findings' }, ...findings.map(item));
}

const item = ({ Code, Severity, Message, Why, Fix, Replace, Path, Basis, Source }: Finding): HTMLElement =>
  element(
    'li',
    { class: Severity },
    badge(KIND[Severity], Severity),
    ` ${Message} `,
    element('strong', {}, Fix),
    details(
      Code,
      element('p', {}, `${Why} (${Basis}: ${Source})`),
      Path.length > 0 && element('p', {}, `At ${Path.join(' › ')}.`),
      Replace !== undefined && element('pre', {}, `Write: ${Replace === null ? '(remove it)' : asText(Replace)}`),
    ),
  );

const asText = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value, null, 2));
