// Ids as they stand in a URL path, and what people paste instead.

export type Collection = 'apis' | 'integrations';

/** AWS does not publish the form of its ids; these characters are safe in a path and cover all that were seen. */
const PATH_ID = /^[A-Za-z0-9_-]{1,128}$/;

export const isPathId = (text: string): boolean => PATH_ID.test(text);

/** Longer than any ARN, URL or reference worth taking apart. */
const MAX_PASTED = 2000;

/** What comes along with copied text: white space, invisible characters, quotes, separators. */
const LITTER = /[\s\p{C}"'`,;]+/u;

const FORMS: Record<Collection, readonly RegExp[]> = {
  apis: [
    /(?:^|\/)apis\/([A-Za-z0-9]+)(?:[/?#]|$)/, // ARN of the control plane, its URL, the console's
    /[?&]api=(?!unselected\b)([A-Za-z0-9]+)/, // URL of the console
    /^(?:\w+:\/\/)?([a-z0-9]+)\.execute-api\./, // invoke URL
    /^arn:aws[\w-]*:execute-api:[^:]*:[^:]*:([a-z0-9]+)/,
    /^([a-z0-9]{10})\/[a-z0-9]{6,7}(?:\/[a-z0-9]+)?$/, // Terraform's import id
  ],
  integrations: [
    /(?:^\/?|(?:^|\/)apis\/[A-Za-z0-9]+\/)integrations\/([A-Za-z0-9]+)(?:[/?#]|$)/, // a route's target, ARN, URL
    /^[a-z0-9]{10}\/([a-z0-9]{6,7})(?:\/[a-z0-9]+)?$/,
  ],
};

/** The id inside an ARN, a URL, a path like `integrations/abc123` or quotes, if there is one. */
export function idWithin(text: string, collection: Collection): string | undefined {
  if (text.length > MAX_PASTED) return undefined;
  const [word, ...others] = text.split(LITTER).filter((part) => part !== '');
  if (word === undefined || others.length > 0) return undefined;
  for (const form of FORMS[collection]) {
    const id = form.exec(word)?.[1];
    if (id !== undefined) return id;
  }
  const bare = word.replace(/\/$/, '');
  return isPathId(bare) ? bare : undefined;
}

const UNRESOLVED = [
  /\$\{|\$\(|\{\{/, // ${Api}, ${Token[TOKEN.12]}, $(…), {{resolve:ssm:…}}
  /\{\s*"?(?:Ref|Fn::)/, // {"Ref": "Api"}
  /^!(?:Ref|GetAtt|Sub|ImportValue)\b/,
  /^<.*>$/, // <api-id>
  /\bTOKEN\[/i, // CDK
  /^\$[A-Za-z_]\w*$|^%[A-Za-z_]\w*%$/, // variables of a shell
  /^(?:aws_\w+|data|module|var|local|each|this|self)\./, // Terraform and programs
  /\.(?:ref|apiId|api_id|integrationId|integration_id)$/,
];

/** A reference that a deployment tool should have replaced by the id. */
export function isUnresolved(text: string): boolean {
  const pasted = text
    .slice(0, MAX_PASTED)
    .replace(/^[\s"']+/, '')
    .replace(/[\s"']+$/, '');
  return UNRESOLVED.some((form) => form.test(pasted));
}

/** REST APIs are resources of API Gateway V1. */
export const isRestApi = (text: string): boolean => /(?:^|\/)restapis\//.test(text.slice(0, MAX_PASTED));
