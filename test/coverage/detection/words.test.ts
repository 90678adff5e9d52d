import { expect, test } from 'vitest';
import { vocabulary, wordsOf } from '../../../src/coverage/detection/words.ts';

const known = vocabulary([
  'email',
  'address',
  'code',
  'cod',
  'city',
  'id',
  'new',
  'key',
  'strasse',
  'fuhrerschein',
  'phone',
  'number',
  'class',
]);

test.each([
  ['emailAddress', ['email', 'address']],
  ['EMAIL_ADDRESSES', ['email', 'address']],
  ['emailaddress', ['email', 'address']],
  ['vPhonenumbers', ['v', 'phone', 'number']],
  ['vphonenumbers', ['phone', 'number']],
  ['postalCODES', ['postal', 'code']],
  ['cities', ['city']],
  ['newsIDs', ['news', 'id']],
  ['classes', ['class']],
  ['Straße 1', ['strasse']],
  ['Führerschein', ['fuhrerschein']],
  ['fuehrerschein', ['fuhrerschein']],
  ['HTTPKey2', ['http', 'key']],
  ['emailx', ['emailx']],
  ['x'.repeat(500), ['x'.repeat(500)]],
  ['__1__', []],
])('%s is %j', (identifier, expected) => {
  expect(wordsOf(identifier, known)).toEqual(expected);
});
