import { describe, expect, inject, it } from 'vitest';
import fc from 'fast-check';
import pg from 'pg';
import { createScramClient, type ClientBinding } from '../../src/auth/scram-client.ts';
import { createScramServer, mockVerifier, type ScramMechanism } from '../../src/auth/scram-server.ts';
import { deriveVerifier, formatVerifier, parseVerifier, preparePassword } from '../../src/auth/scram.ts';

/** RFC 7677, 3. */
const rfc = {
  clientNonce: 'rOprNGfwEbeRWgbNEkqO',
  serverNonce: '%hvYDpWUa2RaTCAfuxFIlj)hNlF$k0',
  salt: Buffer.from('W22ZaJ0SNY7soEsUEjb6gQ==', 'base64'),
  clientFirst: 'n,,n=user,r=rOprNGfwEbeRWgbNEkqO',
  serverFirst: 'r=rOprNGfwEbeRWgbNEkqO%hvYDpWUa2RaTCAfuxFIlj)hNlF$k0,s=W22ZaJ0SNY7soEsUEjb6gQ==,i=4096',
  clientFinal: 'c=biws,r=rOprNGfwEbeRWgbNEkqO%hvYDpWUa2RaTCAfuxFIlj)hNlF$k0,p=dHzbZapWIk4jUhN+Ute9ytag9zjfMHgsqmmiz7AndVQ=',
  serverFinal: 'v=6rriTRBi23WpRR/wtup+mMhUZUn/dB5nLTJRsjl95G4=',
};

const rfcClient = () => createScramClient({ user: 'user', password: 'pencil', nonce: rfc.clientNonce, binding: { kind: 'n' } });

const server = (options: { mechanism?: ScramMechanism; doomed?: boolean; certificateHash?: Buffer; password?: string } = {}) =>
  createScramServer({
    mechanism: options.mechanism ?? 'SCRAM-SHA-256',
    verifier: deriveVerifier(options.password ?? 'pencil', rfc.salt),
    nonce: rfc.serverNonce,
    doomed: options.doomed ?? false,
    certificateHash: options.certificateHash,
  });

describe('the exchange of RFC 7677', () => {
  it('is what the client says', async () => {
    const client = rfcClient();
    expect(client.first).toBe(rfc.clientFirst);
    expect(await client.next(rfc.serverFirst)).toEqual({ kind: 'send', message: rfc.clientFinal });
    expect(client.finish(rfc.serverFinal)).toEqual({ kind: 'done' });
  });

  it('is what the server says', () => {
    const side = server();
    expect(side.first(rfc.clientFirst)).toEqual({ kind: 'send', message: rfc.serverFirst });
    expect(side.final(rfc.clientFinal)).toEqual({ kind: 'done', message: rfc.serverFinal });
  });
});

describe('the server', () => {
  it.each([
    ['another password', { password: 'pen' }, 'proof'],
    ['an unknown user', { doomed: true }, 'proof'],
  ] as const)('fails %s at the very end', (_, options, reason) => {
    const side = server(options);
    expect(side.first(rfc.clientFirst)).toEqual({ kind: 'send', message: rfc.serverFirst });
    expect(side.final(rfc.clientFinal)).toEqual({ kind: 'fail', reason });
  });

  it.each([
    ['an authorisation identity', 'n,a=admin,n=user,r=abc'],
    ['a mandatory extension', 'n,,m=1,n=user,r=abc'],
    ['an unknown flag', 'x,,n=user,r=abc'],
    ['another binding type', 'p=tls-unique,,n=user,r=abc'],
    ['-PLUS binding without -PLUS', 'p=tls-server-end-point,,n=user,r=abc'],
    ['an empty nonce', 'n,,n=user,r='],
    ['a nonce that is not printable', 'n,,n=user,r=a b'],
    ['nothing', ''],
  ])('refuses %s in the first message', (_, message) => {
    expect(server().first(message)).toEqual({ kind: 'fail', reason: 'malformed' });
  });

  it.each([
    ['another nonce', rfc.clientFinal.replace('NlF$k0', 'NlF$k1')],
    ['a short proof', rfc.clientFinal.replace(/p=.*/, 'p=AAAA')],
    ['a proof that is no base64', rfc.clientFinal.replace(/p=.*/, 'p=????')],
    ['an attribute too many', rfc.clientFinal.replace(',p=', ',x=1,p=')],
    ['no binding', rfc.clientFinal.slice('c=biws,'.length)],
  ])('refuses %s in the last message', (_, message) => {
    const side = server();
    side.first(rfc.clientFirst);
    expect(side.final(message)).toEqual({ kind: 'fail', reason: 'malformed' });
  });

  it('refuses a last message without a first', () => {
    expect(server().final(rfc.clientFinal)).toEqual({ kind: 'fail', reason: 'malformed' });
  });

  it('refuses a binding that differs from the GS2 header', () => {
    const side = server();
    side.first(rfc.clientFirst);
    expect(side.final(rfc.clientFinal.replace('c=biws', 'c=eSws'))).toEqual({ kind: 'fail', reason: 'binding' });
  });

  it('takes `y` for a sign that someone removed its offer of -PLUS', () => {
    expect(server({ certificateHash: Buffer.alloc(32) }).first('y,,n=,r=abc')).toEqual({
      kind: 'fail',
      reason: 'binding',
    });
    expect(server().first('y,,n=,r=abc').kind).toBe('send');
  });
});

describe('client and server', () => {
  const converse = async (clientBinding: ClientBinding, certificateHash: Buffer | undefined, given: string) => {
    const client = createScramClient({ password: given, nonce: 'client', binding: clientBinding });
    const side = server({
      mechanism: client.mechanism,
      password: 'pass',
      ...(certificateHash === undefined ? {} : { certificateHash }),
    });
    const first = side.first(client.first);
    if (first.kind !== 'send') return first;
    const answer = await client.next(first.message);
    if (answer.kind !== 'send') return answer;
    const last = side.final(answer.message);
    return last.kind === 'done' ? client.finish(last.message) : last;
  };
  const hash = Buffer.alloc(32, 7);

  it.each([
    ['n', { kind: 'n' }, undefined],
    ['y', { kind: 'y' }, undefined],
    ['n where -PLUS is offered', { kind: 'n' }, hash],
    ['p', { kind: 'p', certificateHash: hash }, hash],
  ] as const)('agree with binding %s', async (_, binding, offered) => {
    expect(await converse(binding, offered, 'pass')).toEqual({ kind: 'done' });
    expect(await converse(binding, offered, 'Pass')).toEqual({ kind: 'fail', reason: 'proof' });
  });

  it('do not agree over different certificates', async () => {
    const other = Buffer.alloc(32, 8);
    expect(await converse({ kind: 'p', certificateHash: other }, hash, 'pass')).toEqual({
      kind: 'fail',
      reason: 'binding',
    });
  });
});

describe('the client', () => {
  it.each([
    ['a nonce that is not its own', 'r=other,s=AAAA,i=4096'],
    ['a nonce that adds nothing', `r=${rfc.clientNonce},s=AAAA,i=4096`],
    ['a salt that is no base64', `r=${rfc.clientNonce}x,s=?,i=4096`],
    ['no iterations', `r=${rfc.clientNonce}x,s=AAAA,i=0`],
    ['iterations without end', `r=${rfc.clientNonce}x,s=AAAA,i=999999999`],
    ['an error', 'e=other-error'],
  ])('refuses %s', async (_, message) => {
    expect((await rfcClient().next(message)).kind).toBe('fail');
  });

  it('does not believe a server that does not know the password', async () => {
    const client = rfcClient();
    await client.next(rfc.serverFirst);
    expect(client.finish(`v=${Buffer.alloc(32).toString('base64')}`)).toEqual({
      kind: 'fail',
      reason: 'it does not know the password: its SCRAM signature is wrong, so it may be another server',
    });
    expect(client.finish('e=invalid-proof').kind).toBe('fail');
  });

  it('does not believe a server that skips the proof', () => {
    expect(rfcClient().finish(rfc.serverFinal).kind).toBe('fail');
  });
});

describe('verifiers', () => {
  const text =
    'SCRAM-SHA-256$4096:W22ZaJ0SNY7soEsUEjb6gQ==$WG5d8oPm3OtcPnkdi4Uo7BkeZkBFzpcXkuLmtbsT4qY=:wfPLwcE6nTWhTAmQ7tl2KeoiWGPlZqQxSrmfPwDl2dU=';

  it('have the form of pg_authid.rolpassword', () => {
    expect(formatVerifier(deriveVerifier('pencil', rfc.salt))).toBe(text);
    expect(parseVerifier(text)).toEqual(deriveVerifier('pencil', rfc.salt));
  });

  it.each([
    text.replace('SCRAM-SHA-256', 'SCRAM-SHA-1'),
    text.replace('4096', '0'),
    text.replace('4096', '99999999999'),
    text.replace('$WG5d', '$'),
    `${text}x`,
    'md5d41d8cd98f00b204e9800998ecf8427e',
    '',
  ])('refuses %s', (wrong) => {
    expect(parseVerifier(wrong)).toBeUndefined();
  });

  it('come back from their text', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), fc.uint8Array({ minLength: 1, maxLength: 24 }), (password, salt) => {
        const verifier = deriveVerifier(password, Buffer.from(salt), 1);
        expect(parseVerifier(formatVerifier(verifier))).toEqual(verifier);
      }),
      { numRuns: 50 },
    );
  });

  it.each([15, 18])("equal PostgreSQL %i's own, whatever the password is made of", async (major) => {
    const port = inject('postgres')[major];
    if (port === undefined) throw new Error(`PostgreSQL ${String(major)} is not running`);
    const client = new pg.Client({ host: '127.0.0.1', port, user: 'postgres', password: 'pw', database: 'postgres' });
    await client.connect();
    await client.query('BEGIN');
    const passwords = ['pencil', 'naïve', 'ⅸ \u00a0x', 'a\u00adb', 'a\u0007b', 'א1b', '🔑'];
    for (const password of passwords) {
      await client.query(`CREATE ROLE scram_probe PASSWORD ${client.escapeLiteral(password)}`);
      const { rows } = await client.query<{ rolpassword: string }>(
        "SELECT rolpassword FROM pg_authid WHERE rolname = 'scram_probe'",
      );
      const own = parseVerifier(rows[0]?.rolpassword ?? '');
      expect(own).toEqual(deriveVerifier(password, own?.salt ?? Buffer.alloc(0), own?.iterations));
      await client.query('DROP ROLE scram_probe');
    }
    await client.query('ROLLBACK');
    await client.end();
  });
});

describe('preparePassword', () => {
  it.each([
    ['I\u00adX', 'IX'],
    ['user', 'user'],
    ['ª', 'a'],
    ['Ⅸ', 'IX'],
    // Prohibited by RFC 4013: PostgreSQL takes them as they are.
    ['\u0007', '\u0007'],
    ['\u06271', '\u06271'],
    ['\u00ad', '\u00ad'],
  ])('%j is %j', (password, prepared) => {
    expect(preparePassword(password)).toBe(prepared);
  });
});

describe('mockVerifier', () => {
  const secret = Buffer.alloc(32, 1);
  it('looks alike on every attempt, and differs by user and by process', () => {
    expect(mockVerifier('eve', secret)).toEqual(mockVerifier('eve', secret));
    expect(mockVerifier('eve', secret).salt).not.toEqual(mockVerifier('bob', secret).salt);
    expect(mockVerifier('eve', secret).salt).not.toEqual(mockVerifier('eve', Buffer.alloc(32, 2)).salt);
    expect(mockVerifier('eve', secret).salt.length).toBe(16);
    expect(mockVerifier('eve', secret).iterations).toBe(4096);
  });
});
