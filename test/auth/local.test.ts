import { describe, expect, it } from 'vitest';
import { makeVerifier, parseLocalPrincipals } from '../../src/auth/local.ts';
import { parseVerifier } from '../../src/auth/scram.ts';

const verifier = makeVerifier('pencil', Buffer.from('W22ZaJ0SNY7soEsUEjb6gQ==', 'base64'));

describe('makeVerifier', () => {
  it('has the form that the file takes', () => {
    expect(verifier).toBe(
      'SCRAM-SHA-256$4096:W22ZaJ0SNY7soEsUEjb6gQ==$WG5d8oPm3OtcPnkdi4Uo7BkeZkBFzpcXkuLmtbsT4qY=:wfPLwcE6nTWhTAmQ7tl2KeoiWGPlZqQxSrmfPwDl2dU=',
    );
  });
});

describe('parseLocalPrincipals', () => {
  it('reads names and verifiers, comments and blank lines apart', () => {
    const principals = parseLocalPrincipals(`# who\n\nada:${verifier}\r\n  bob.b@x:${verifier}  \n`, 'users');
    expect([...principals.keys()]).toEqual(['ada', 'bob.b@x']);
    expect(principals.get('ada')).toEqual(parseVerifier(verifier));
  });

  it.each([
    ['ada', 'users:2: the line does not begin with a principal name and a colon'],
    [`:${verifier}`, 'users:2: the line does not begin with a principal name and a colon'],
    [`a b:${verifier}`, 'users:2: the line does not begin with a principal name and a colon'],
    ['ada:hunter2', 'users:2: what follows ada: is not a SCRAM-SHA-256 verifier'],
    [`bob:${verifier}`, 'users:2: bob is there twice'],
    [`job-x:${verifier}`, 'users:2: names that begin with job- are for session credentials'],
  ])('refuses %s', (line, message) => {
    expect(() => parseLocalPrincipals(`bob:${verifier}\n${line}`, 'users')).toThrow(
      expect.objectContaining({ code: 'PGVEIL_CONFIG', message }),
    );
  });
});
