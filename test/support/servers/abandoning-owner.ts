// Starts a server, says where it is, and waits to be killed.
import { startServer } from './index.ts';
import { isServerName } from './server-name.ts';

const name = process.argv[2] ?? '';
if (!isServerName(name)) throw new Error(`No such server: ${name}.`);
const { port, dataDir } = await startServer({ name });
process.stdout.write(`${JSON.stringify({ port, dataDir })}\n`);
setInterval(() => {}, 60_000);
