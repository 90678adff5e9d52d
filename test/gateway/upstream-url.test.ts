import { describe, expect, it } from 'vitest';
import { parseDatabaseUrl } from '../../src/gateway/upstream-url.ts';

const tls = { mode: 'prefer', rootCert: undefined, cert: undefined, key: undefined, negotiation: 'postgres' };

describe('parseDatabaseUrl', () => {
  it('reads all parts', () => {
    expect(parseDatabaseUrl('postgres://ada:pw@db.example:6432/shop?sslmode=verify-full&connect_timeout=3')).toEqual({
      target: {
        host: 'db.example',
        port: 6432,
        database: 'shop',
        tls: { ...tls, mode: 'verify-full' },
        connectTimeoutMs: 3_000,
      },
      credential: { user: 'ada', password: 'pw', channelBinding: 'prefer' },
      parameters: new Map(),
    });
  });

  it.each([
    ['postgresql://ada@/shop', { host: 'localhost', port: 5432, database: 'shop' }],
    ['postgres://ada@db', { host: 'db', database: 'ada' }],
    ['postgres://ada@db:/shop', { host: 'db', port: 5432 }],
    ['postgres://ada@[::1]:7000/shop', { host: '::1', port: 7000 }],
    ['postgres://ada@[fe80::1]/shop', { host: 'fe80::1', port: 5432 }],
    ['postgres://ada@/shop?host=/run/postgresql&port=7', { host: '/run/postgresql', port: 7 }],
    ['postgres://ada@%2Frun%2Fpg/shop', { host: '/run/pg' }],
    ['postgres://ada@db/a%20b%2Fc', { database: 'a b/c' }],
    ['postgres://ada@db?dbname=shop', { database: 'shop' }],
    ['postgres://ada@db/shop?connect_timeout=0', { connectTimeoutMs: 86_400_000 }],
    [' postgres://ada@db/shop\n', { database: 'shop' }],
  ])('reads where %s is', (url, target) => {
    expect(parseDatabaseUrl(url).target).toMatchObject(target);
  });

  it.each([
    ['postgres://a%40b:p%3A%2F%25@db', { user: 'a@b', password: 'p:/%' }],
    ['postgres://ada:a:b@db', { user: 'ada', password: 'a:b' }],
    ['postgres://ada:@db', { user: 'ada', password: undefined }],
    ['postgres://db?user=ada&password=pw', { user: 'ada', password: 'pw' }],
    ['postgres://ada@db?channel_binding=require', { channelBinding: 'require' }],
  ])('reads who logs in by %s', (url, credential) => {
    expect(parseDatabaseUrl(url).credential).toMatchObject(credential);
  });

  it.each([
    ['sslmode=disable', { mode: 'disable' }],
    ['sslmode=require', { mode: 'require' }],
    ['sslmode=require&sslrootcert=/ca.pem', { mode: 'verify-ca', rootCert: '/ca.pem' }],
    ['sslrootcert=system', { mode: 'verify-full', rootCert: 'system' }],
    ['sslcert=/c&sslkey=/k', { cert: '/c', key: '/k' }],
    ['sslmode=require&sslnegotiation=direct', { negotiation: 'direct' }],
  ])('reads %s', (query, expected) => {
    expect(parseDatabaseUrl(`postgres://ada@db/shop?${query}`).target.tls).toMatchObject(expected);
  });

  it('reads parameters for the server', () => {
    const url = 'postgres://ada@db?application_name=ci&options=-c%20work_mem%3D1MB';
    expect([...parseDatabaseUrl(url).parameters]).toEqual([
      ['application_name', 'ci'],
      ['options', '-c work_mem=1MB'],
    ]);
  });

  it.each([
    ['mysql://ada:canary@db/shop', 'it does not read postgres://user:password@host:port/database'],
    ['postgres://ada:ca/nary@db/shop', 'it does not read postgres://user:password@host:port/database'],
    ['postgres://ada:ca#nary@db/shop', 'it does not read postgres://user:password@host:port/database'],
    ['postgres://ada:canary%@db/shop', 'the password has a malformed percent-encoding'],
    ['postgres://db/shop', 'it names no user'],
    ['postgres://ada@a,b/shop', 'it names several hosts'],
    ['postgres://ada@db:x/shop', 'port is not a number from 1 to 65535'],
    ['postgres://ada@db:65536/shop', 'port is not a number from 1 to 65535'],
    ['postgres://ada@db?schema=public', 'it has an unknown parameter "schema"'],
    ['postgres://ada@db?sslmode=allow', 'sslmode is not one of disable, prefer, require, verify-ca, verify-full'],
    ['postgres://ada@db?sslmode=verify-ca', 'sslmode=verify-ca needs sslrootcert'],
    ['postgres://ada@db?sslmode=require&sslrootcert=system', 'sslrootcert=system needs sslmode=verify-full'],
    ['postgres://ada@db?sslcert=/c', 'sslcert and sslkey go together'],
    ['postgres://ada@db?sslnegotiation=direct', 'sslnegotiation=direct needs sslmode=require or stronger'],
    ['', 'it does not read postgres://user:password@host:port/database'],
  ])('refuses %s', (url, what) => {
    const parse = () => parseDatabaseUrl(url);
    expect(parse).toThrow(expect.objectContaining({ code: 'PGVEIL_CONFIG', message: `the database URL is not valid: ${what}` }));
    expect(parse).not.toThrow('canary');
  });
});
