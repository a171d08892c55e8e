// What must never be shown again: services and proxies echo headers of the request in their messages.

const REMOVED = '[removed]';

/** Named parts of a signed request, with their value, and texts that have the form of a key, a token or a signature. */
const SECRETS: readonly (readonly [form: RegExp, replacement: string])[] = [
  [
    /(authorization["']?\s*[:=]\s*["']?)(?:(?:AWS4-HMAC-SHA256|Bearer|Basic)\s+)?[^\s"',;]+(?:,\s*(?:SignedHeaders|Signature|Credential)=[^\s"',;]+)*/gi,
    `$1${REMOVED}`,
  ],
  [
    /((?:x-amz-security-token|x-amz-signature|x-amz-credential|(?:session|security)[-_]?token|secret[-_]?access[-_]?key|signature|credential)["']?\s*[:=]\s*["']?)[^\s"'&,;]+/gi,
    `$1${REMOVED}`,
  ],
  [/\b(Bearer|Basic)\s+[\w.~+/-]{16,}=*/gi, `$1 ${REMOVED}`],
  [/\beyJ[\w-]{10,}\.[\w.-]+/g, REMOVED],
  [/\b(?:A3T[A-Z0-9]|AKIA|ASIA|AIDA|AROA)[A-Z0-9]{12,}\b/g, REMOVED],
  [/\b[0-9a-f]{64}\b/gi, REMOVED],
  [/[A-Za-z0-9+/_-]{80,}={0,2}/g, REMOVED],
];

/** The text without what looks like a credential, a token or a signature, and without `known` ones. */
export function withoutSecrets(text: string, known: readonly string[] = []): string {
  const forms = known.flatMap((secret) => [secret, encodeURIComponent(secret)]);
  const rid = forms.reduce((left, secret) => left.replaceAll(secret, REMOVED), text);
  return SECRETS.reduce((left, [form, replacement]) => left.replace(form, replacement), rid);
}
