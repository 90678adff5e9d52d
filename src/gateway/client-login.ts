/** The log-in of a client: from its user name to a verified identity, or to the FATAL that tells it why not. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { AuthenticationAnswer, AuthenticationRequest, AuthenticationStep, Conversation } from '../auth/authenticate.ts';
import type { VerifiedIdentity } from '../auth/types.ts';
import { PgveilError } from '../errors.ts';
import { encodeBackend, type BackendMessage } from '../wire/backend.ts';
import type { Asked } from '../wire/frontend-authentication.ts';
import type { FrontendMessage } from '../wire/frontend.ts';
import type { ClientReader } from './client-reader.ts';

export type LoginOutcome =
  | { readonly kind: 'accepted'; readonly identity: VerifiedIdentity; readonly expiresAt: number | undefined }
  | { readonly kind: 'rejected'; readonly step: Extract<AuthenticationStep, { kind: 'reject' }> };

const messageOf = (request: AuthenticationRequest): BackendMessage => {
  switch (request.kind) {
    case 'cleartext':
      return { type: 'AuthenticationCleartextPassword' };
    case 'sasl':
      return { type: 'AuthenticationSASL', mechanisms: request.mechanisms };
    case 'sasl-continue':
      return { type: 'AuthenticationSASLContinue', data: Buffer.from(request.data) };
    case 'sasl-final':
      return { type: 'AuthenticationSASLFinal', data: Buffer.from(request.data) };
    default:
      return request satisfies never;
  }
};

const asked: Readonly<Record<AuthenticationAnswer['kind'], Asked>> = {
  password: 'password',
  'sasl-initial': 'sasl',
  'sasl-response': 'sasl-continue',
};

const answerOf = (message: FrontendMessage): AuthenticationAnswer => {
  switch (message.type) {
    case 'PasswordMessage':
      return { kind: 'password', password: message.password };
    case 'SASLInitialResponse':
      return { kind: 'sasl-initial', mechanism: message.mechanism, data: message.data?.toString('utf8') ?? '' };
    case 'SASLResponse':
      return { kind: 'sasl-response', data: message.data.toString('utf8') };
    default:
      throw new PgveilError('PGVEIL_PROTOCOL', `the client sent ${message.type} in place of its credential`);
  }
};

/** AuthenticationOk is left to the caller: it is not said before a session is there. */
export const logIn = async (
  conversation: Conversation,
  reader: ClientReader,
  write: (bytes: Buffer) => void,
  signal: AbortSignal,
): Promise<LoginOutcome> => {
  if (conversation.delayMs > 0) await sleep(conversation.delayMs, undefined, { signal });
  let step = conversation.start();
  for (;;) {
    if (step.kind === 'reject') return { kind: 'rejected', step };
    if (step.request !== undefined) write(encodeBackend(messageOf(step.request)));
    if (step.kind === 'accept') return { kind: 'accepted', identity: step.identity, expiresAt: step.expiresAt };
    step = await conversation.answer(answerOf(await reader.next(asked[step.expects])));
  }
};
