// npm run publishable: names what in package.json is still a placeholder. manifest.json and server.json are made from it.
import packageJson from '../package.json' with { type: 'json' };

const PLACEHOLDER = 'OWNER';

const placeholders = Object.entries(packageJson).filter(([, value]) => JSON.stringify(value).includes(PLACEHOLDER));
for (const [name, value] of placeholders)
  console.error(`${name} in package.json is still a placeholder: ${JSON.stringify(value)}`);
if (placeholders.length > 0) {
  console.error(`Put the account that publishes in the place of ${PLACEHOLDER}, then run npm run docs.`);
  process.exitCode = 1;
}
