import { randomBytes } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import { createSessionCredentials } from '../../src/auth/session-credentials.ts';
import { deriveVerifier } from '../../src/auth/scram.ts';
import type { VerifiedIdentity } from '../../src/auth/types.ts';

const identity: VerifiedIdentity = { kind: 'oidc', issuer: 'github', claims: { repository_id: '42' } };
let now = 0;
beforeEach(() => {
  now = 1_000_000;
});
const store = (maxEntries?: number) =>
  createSessionCredentials({
    clock: () => now,
    random: randomBytes,
    ...(maxEntries === undefined ? {} : { maxEntries }),
  });

describe('session credentials', () => {
  it('stand for an identity, and are kept as a verifier only', () => {
    const credentials = store();
    const { user, password, expiresAt } = credentials.issue(identity, 60_000);
    expect(user).toMatch(/^job-[\w-]{12}$/);
    expect(password).toMatch(/^[\w-]{43}$/);
    expect(expiresAt).toBe(1_060_000);
    const found = credentials.find(user);
    expect(found).toMatchObject({ identity, expiresAt: 1_060_000, expired: false });
    expect(found?.verifier).toEqual(deriveVerifier(password, found?.verifier.salt ?? Buffer.alloc(0)));
    expect(JSON.stringify(found)).not.toContain(password);
  });

  it('differ every time', () => {
    const credentials = store();
    const issued = [credentials.issue(identity, 1), credentials.issue(identity, 1)];
    expect(new Set(issued.map(({ user }) => user)).size).toBe(2);
    expect(new Set(issued.map(({ password }) => password)).size).toBe(2);
  });

  it('expire at the given time', () => {
    const credentials = store();
    const { user } = credentials.issue(identity, 60_000);
    now += 59_999;
    expect(credentials.find(user)?.expired).toBe(false);
    now += 1;
    expect(credentials.find(user)?.expired).toBe(true);
  });

  it('can be revoked', () => {
    const credentials = store();
    const { user } = credentials.issue(identity, 60_000);
    expect(credentials.revoke(user)).toBe(true);
    expect(credentials.find(user)).toBeUndefined();
    expect(credentials.revoke(user)).toBe(false);
  });

  it('are bounded: expired ones make room, live ones do not', () => {
    const credentials = store(2);
    const first = credentials.issue(identity, 10);
    const second = credentials.issue(identity, 60_000);
    expect(() => credentials.issue(identity, 10)).toThrow('2 session credentials are in use already');
    now += 10;
    const third = credentials.issue(identity, 10);
    expect(credentials.size()).toBe(2);
    expect(credentials.find(first.user)).toBeUndefined();
    expect(credentials.find(second.user)?.expired).toBe(false);
    expect(credentials.find(third.user)?.expired).toBe(false);
  });
});
