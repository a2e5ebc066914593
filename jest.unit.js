/**
 * The fast loop: no build, no step as a process, no command in a shell, no server that trains or takes large files,
 * nothing said in every hostile way, properties tried less often. `npm test` is the whole.
 */
import whole from './jest.config.js';

process.env.FAST_LOOP = 'true';

export default {
  ...whole,
  testPathIgnorePatterns: [
    '/node_modules/',
    '/scenarios/',
    '/(sandbox|trainer|parts|hostile|file-kinds|foreign-rows|rule-fixes)\\.test\\.ts$',
  ],
  coverageThreshold: undefined,
};
