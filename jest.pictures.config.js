/** `npm run pictures`: draws cards as the local Teams shows them, for people to look at. Not a part of `npm test`. */
const usual = require('./jest.config.js');

module.exports = { ...usual, testMatch: ['**/*.pictures.ts'], maxWorkers: 1 };
