export default {
  globalSetup: '<rootDir>/scripts/tests-begin.mjs',
  globalTeardown: '<rootDir>/scripts/tests-end.mjs',
  testEnvironment: '<rootDir>/scripts/test-environment.mjs',
  testSequencer: '<rootDir>/scripts/longest-first.mjs',
  extensionsToTreatAsEsm: ['.ts'],
  roots: ['<rootDir>/__tests__'],
  testMatch: ['**/*.test.ts'],
  // Node 24 strips the types itself.
  transform: {},
  maxWorkers: '100%',
  // Ends what hangs. No test may depend on how fast the machine is.
  testTimeout: 600_000,
  // What runs in child processes, in threads and as WebAssembly is not seen by this count; what decides, checks and renders runs here too.
  collectCoverageFrom: [
    'src/{dataset,evaluation,job,report}/**/*.ts',
    '!src/dataset/scan/examiner-thread.ts',
    '!src/dataset/*/kernel/**',
  ],
  coverageReporters: ['text-summary', 'html'],
  coverageThreshold: {
    './src/dataset/': { lines: 95, branches: 95 },
    './src/evaluation/': { lines: 95, branches: 93 },
    './src/job/': { lines: 95, branches: 95 },
    './src/report/': { lines: 95, branches: 95 },
  },
};
