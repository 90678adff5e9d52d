import { describe, expect, test } from 'vitest';
import { found, verdictOf, type Given } from './support.ts';

describe('PGV014 superuser', () => {
  const allowing = '{ app: { allow-superuser: true, credentials: { reader: { url: "${env:URL}" } } } }';
  const files = { why: 'it can read files', refused: false };
  const root = { why: 'it is a superuser', refused: true };
  const heldBy = (rights: readonly (typeof root)[]): NonNullable<Given['credentials']> => [{ credential: 'reader', rights }];
  const may = 'Database app may be used with a superuser or replication credential';
  const reaches = 'Credential reader of database app reaches past what pgveil can hold in';

  test.each<[string, Given, readonly string[]]>([
    ['allowed, and no server was asked', { policy: { databases: allowing } }, [`${may}.`]],
    ['allowed, and is one', { policy: { databases: allowing }, credentials: heldBy([root]) }, [`${may}, and reader is one.`]],
    [
      'allowed, and needed by none',
      { policy: { databases: allowing }, credentials: heldBy([]) },
      [`${may}, and none of its credentials is one.`],
    ],
    [
      'allowed, and more than that',
      { policy: { databases: allowing }, credentials: heldBy([root, files]) },
      [`${may}, and reader is one.`, `${reaches}: it can read files.`],
    ],
    [
      'not allowed, and is one',
      { credentials: heldBy([root, files]) },
      [`${reaches}: it is a superuser; it can read files. pgveil does not start with it.`],
    ],
    ['a role that can read files', { credentials: heldBy([files]) }, [`${reaches}: it can read files.`]],
    ['a role without any of it', { credentials: heldBy([]) }, []],
    ['no server was asked', {}, []],
  ])('%s', (_, given, messages) => {
    expect(found('superuser', given)).toEqual(messages);
  });

  test('stands at the line of the credential', () => {
    const [finding] = verdictOf({ credentials: heldBy([files]) }).findings;
    expect(finding).toMatchObject({ subject: 'database app credential reader', position: { line: 2 } });
  });
});
