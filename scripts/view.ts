// Shows the view in a browser: npm run view, then open the address and choose a call.
import { startEmulator } from './view/emulator.ts';

const { url } = await startEmulator(Number(process.argv[2] ?? 0));
console.log(`Open ${url} and call show({ name, arguments }) in its console, for example:
show({ name: 'describe_websocket_api', arguments: { ApiId: 'a1b2c3d4e5' } })`);
