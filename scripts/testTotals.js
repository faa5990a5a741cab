// Prints the totals of the last `npm test` as one closing line: "N passed, N failed, N skipped".
const { readFileSync } = require('node:fs');
const { join } = require('node:path');

const results = JSON.parse(readFileSync(join(__dirname, '..', 'test-results.json'), 'utf8'));
const failed = results.numFailedTests + results.numRuntimeErrorTestSuites;
const skipped = results.numPendingTests + results.numTodoTests;
console.log(`${results.numPassedTests} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`);
