/** The fast loop: no build, no step as a process, properties tried less often. `npm test` is the whole. */
import whole from './jest.config.js';

process.env.FAST_LOOP = 'true';

export default { ...whole, testPathIgnorePatterns: ['/node_modules/', '/scenarios/'], coverageThreshold: undefined };
