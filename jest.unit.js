/** The fast loop: no build, no step as a process, no server that trains or takes large files, properties tried less often. `npm test` is the whole. */
import whole from './jest.config.js';

process.env.FAST_LOOP = 'true';

export default {
  ...whole,
  testPathIgnorePatterns: ['/node_modules/', '/scenarios/', '/(sandbox|trainer|parts)\\.test\\.ts$'],
  coverageThreshold: undefined,
};
