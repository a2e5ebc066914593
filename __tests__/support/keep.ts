/** Servers of a test file, each closed after the test that started it. */
import { afterEach } from '@jest/globals';

interface Closable {
  close(): Promise<void>;
}

const open: Closable[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((server) => server.close()));
});

/** Closes a server after the test. @returns the server itself */
export function keep<Server extends Closable>(server: Server): Server {
  open.push(server);
  return server;
}
