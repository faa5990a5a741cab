/** jest with swc: types are the compiler's business (`npm run check`), so a test run only strips them. */
process.env.TZ = 'UTC';

module.exports = {
  testEnvironment: 'node',
  roots: ['<rootDir>/test'],
  testMatch: ['**/*.test.ts'],
  transform: {
    '^.+\\.ts$': [
      '@swc/jest',
      {
        sourceMaps: 'inline',
        module: { type: 'commonjs' },
        jsc: { parser: { syntax: 'typescript' }, target: 'es2022', keepClassNames: true },
      },
    ],
  },
  testTimeout: 20_000,
  // Most tests wait for sockets and files: one worker per core, not one core less.
  maxWorkers: '100%',
};
