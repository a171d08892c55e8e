const SEVERITIES = ['error', 'warning', 'info'] as const;

/** "1 error, 2 warnings" */
export function count(findings: readonly { readonly Severity: (typeof SEVERITIES)[number] }[]): string {
  const parts = SEVERITIES.flatMap((severity) => {
    const n = findings.filter(({ Severity }) => Severity === severity).length;
    return n === 0 ? [] : [`${n} ${severity}${n > 1 ? 's' : ''}`];
  });
  return parts.join(', ') || 'no findings';
}
