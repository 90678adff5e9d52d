/**
 * The server's messages but DataRow and CopyData. Each belongs to the first expectation; one that does not fit there
 * ends the connection: a row that cannot be attributed cannot be masked.
 */
import { decodeBackendFrame, encodeBackend, type BackendMessage } from '../wire/backend.ts';
import { openCopyIn } from './copy-in.ts';
import { owesCompletion, type Expectation } from './expectation.ts';
import { finishCopy } from './rows.ts';
import { onParameterStatus } from './parameter-status.ts';
import { onReady } from './server-ready.ts';
import { asOfHead, currentRun, currentResult, describePortal, describeQuery, openCopyOut } from './server-results.ts';
import { onError, onNotice } from './server-errors.ts';
import { checkCursors } from './outdated.ts';
import { noResult } from './result.ts';
import type { SessionState } from './state.ts';
import { wakeWaiters } from './waiting.ts';

type Message<T extends BackendMessage['type']> = Extract<BackendMessage, { type: T }>;
/** False: the message does not fit. */
type Handler<T extends BackendMessage['type']> = (
  state: SessionState,
  head: Expectation | undefined,
  message: Message<T>,
  raw: Buffer,
) => boolean;

const answers =
  <T extends 'ParseComplete' | 'BindComplete' | 'CloseComplete'>(kind: 'parse' | 'bind' | 'close'): Handler<T> =>
  (state, head, _message, raw) => {
    if (head?.kind !== kind) return false;
    state.expected.shift();
    for (const change of head.changes) change.keep();
    if (head.ends?.run !== undefined) state.deps.recorder.end(head.ends.run, {});
    if (!head.silent) state.deps.toClient(raw);
    return true;
  };

/** CommandComplete, EmptyQueryResponse and PortalSuspended. */
const complete = (state: SessionState, head: Expectation | undefined, raw: Buffer, tag: string | undefined): boolean => {
  const run = currentRun(head);
  if (state.copyIn) return false;
  if (run !== undefined) checkCursors(state, run.judged, asOfHead(head));
  if (head?.kind === 'query' && owesCompletion(head)) {
    for (const change of head.changes[head.current] ?? []) change.keep();
    head.current += 1;
    head.result = noResult;
  } else if (head?.kind === 'execute') {
    state.expected.shift();
    head.copiesLeft = 0;
    for (const change of head.changes) change.keep();
  } else return false;
  if (run !== undefined && tag !== 'suspended') state.deps.recorder.end(run, tag === undefined ? {} : { tag });
  state.deps.toClient(raw);
  return true;
};

const noData: Handler<'NoData'> = (state, head, _message, raw) => {
  if (head?.kind === 'describe-portal') {
    head.portal.describing -= 1;
    head.portal.described = true;
    state.expected.shift();
    if (!head.silent && head.rowsOnly !== true) state.deps.toClient(raw);
    return true;
  }
  if (head?.kind !== 'describe-statement') return false;
  state.expected.shift();
  state.deps.toClient(raw);
  return true;
};

const rowDescription: Handler<'RowDescription'> = (state, head, message, raw) => {
  if (head?.kind === 'describe-portal') {
    head.portal.describing -= 1;
    describePortal(state, head.portal, message.fields);
    state.expected.shift();
    if (!head.silent) state.deps.toClient(raw);
    return true;
  }
  if (head?.kind === 'describe-statement') state.expected.shift();
  else if (head?.kind === 'query' && !head.failed) describeQuery(state, head, message.fields);
  else return false;
  state.deps.toClient(raw);
  return true;
};

const forwardIf =
  <T extends BackendMessage['type']>(fits: (head: Expectation | undefined) => boolean): Handler<T> =>
  (state, head, _message, raw) => {
    if (!fits(head)) return false;
    state.deps.toClient(raw);
    return true;
  };

type Handlers = { readonly [T in BackendMessage['type']]?: Handler<T> };

/** A type without an entry never comes in a running session. */
const handlers: Handlers = {
  ParseComplete: answers('parse'),
  BindComplete: answers('bind'),
  CloseComplete: answers('close'),
  ParameterDescription: forwardIf((head) => head?.kind === 'describe-statement'),
  NoData: noData,
  RowDescription: rowDescription,
  CommandComplete: (state, head, message, raw) => complete(state, head, raw, message.tag),
  EmptyQueryResponse: (state, head, _message, raw) => complete(state, head, raw, undefined),
  PortalSuspended: (state, head, _message, raw) => head?.kind === 'execute' && complete(state, head, raw, 'suspended'),
  CopyInResponse: openCopyIn,
  CopyOutResponse: (state, head, _message, raw) => {
    if ((head?.kind !== 'execute' && head?.kind !== 'query') || !openCopyOut(state, head)) return false;
    state.deps.toClient(raw);
    return true;
  },
  CopyDone: (state, head, _message, raw) => {
    const result = currentResult(head);
    if (result.kind === 'withheld') return true;
    if (result.kind !== 'copy') return false;
    finishCopy(state, result);
    state.deps.toClient(raw);
    return true;
  },
  ErrorResponse: (state, head, message, raw) => {
    onError(state, head, message.fields, raw);
    return true;
  },
  NoticeResponse: (state, head, message, raw) => {
    onNotice(state, head, message.fields, raw);
    return true;
  },
  NotificationResponse: (state, _head, message, raw) => {
    const judged = state.deps.isJudgedNotifier(message.processId);
    state.deps.toClient(judged ? raw : encodeBackend({ ...message, payload: '' }));
    return true;
  },
  ParameterStatus: onParameterStatus,
  ReadyForQuery: onReady,
};

const rowDescriptionByte = 0x54;

/** Hands a message to its handler. */
const dispatch = (state: SessionState, message: BackendMessage, frame: Buffer): void => {
  const head = state.expected.head();
  const asynchronous =
    message.type === 'ParameterStatus' || message.type === 'NotificationResponse' || message.type === 'NoticeResponse';
  if (head?.kind === 'own' && !asynchronous && message.type !== 'ReadyForQuery') {
    if (head.onMessage(message)) state.expected.shift();
    return;
  }
  const handler = handlers[message.type] as Handler<BackendMessage['type']> | undefined;
  if (handler?.(state, head, message, frame) === true) return;
  state.deps.fatal('08P01', `the server sent ${message.type} where pgveil expected the answer to ${head?.kind ?? 'nothing'}`);
};

/** Takes one whole message. Ends the connection when it does not fit. */
export const fromServer = (state: SessionState, frame: Buffer): void => {
  state.progressAt = state.deps.clock();
  dispatch(state, frame[0] === rowDescriptionByte ? state.deps.judge.describe(frame) : decodeBackendFrame(frame), frame);
  wakeWaiters(state);
};
