/**
 * A server that takes files and parts and forgets them: what is measured is who sends. Prints its address;
 * ends with its parent. With `far` it lies at the end of a long line.
 */
import { createServer } from 'node:http';
import { linkTo } from '../__tests__/support/link.ts';

const server = createServer((request, response) => {
  const path = request.url ?? '';
  let bytes = 0;
  request.on('data', (chunk: Buffer) => {
    bytes += chunk.length;
  });
  request.on('end', () => {
    const id = `${Date.now()}-${Math.random()}`;
    const file = { id, object: 'file', filename: '', status: 'processed' };
    const answer = path.startsWith('/v1/files?')
      ? { data: [], has_more: false }
      : path === '/v1/files'
        ? { ...file, received: bytes }
        : path.endsWith('/complete')
          ? { id, status: 'completed', file }
          : { id, status: 'pending' };
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(answer));
  });
});
/** 50 ms each way, and 25 MB/s for each connection. */
const FAR = { delay: 50, bytesPerSecond: 25e6 };

server.listen(0, '127.0.0.1', async () => {
  const address = server.address();
  const own = typeof address === 'object' && address !== null ? address.port : 0;
  const port = process.argv[2] === 'far' ? (await linkTo(own, FAR)).port : own;
  console.log(`http://127.0.0.1:${port}/v1`);
});
process.stdin.on('end', () => process.exit()).resume();
