/** What is on record, and where. */
import type { Policy } from '../../policy/policy.ts';
import type { SinkDocument } from '../../policy/schema-sinks.ts';
import { loosened, paired, same, type Loosened, type Loosening } from './types.ts';

const auditOf = ({ document }: Policy): Policy['document']['audit'] => document.audit;

const log: Loosening = {
  keys: ['audit', 'audit.file', 'audit.record-rows', 'audit.checkpoint-every', 'audit.signing-key'],
  find: ({ before, after }) => {
    const [was, is] = [auditOf(before), auditOf(after)];
    const at = (key: string, says: string): Loosened => loosened(`audit.${key}`, says, ['audit', key]);
    return [
      ...(was.file === undefined || was.file === is.file ? [] : [at('file', 'writes the audit to another file')]),
      ...(is['record-rows'] < was['record-rows'] ? [at('record-rows', 'keeps fewer rows of results in the audit')] : []),
      ...(is['checkpoint-every'] > was['checkpoint-every'] ? [at('checkpoint-every', 'signs the audit less often')] : []),
      ...(was['signing-key'] === undefined || same(was['signing-key'], is['signing-key'])
        ? []
        : [at('signing-key', 'signs the audit with another key')]),
    ];
  },
};

const sinksOf = (policy: Policy): ReadonlyMap<string, SinkDocument> => new Map(Object.entries(auditOf(policy).sinks));

/** What says where records go; an object lock has an order of its own. */
const destination = ({ required: _required, timeout: _timeout, ...rest }: SinkDocument): unknown => ({
  ...rest,
  lock: undefined,
});

const lockOf = (sink: SinkDocument): { readonly days: number; readonly compliance: boolean } =>
  sink.kind === 's3' && sink.lock !== undefined
    ? { days: sink.lock.days, compliance: sink.lock.mode === 'compliance' }
    : { days: 0, compliance: false };

const changed = ([name, was, is]: readonly [string, SinkDocument, SinkDocument]): readonly Loosened[] => {
  const at = (key: string, says: string): Loosened => loosened(`sink ${name} ${key}`, says, ['audit', 'sinks', name]);
  const [lock, held] = [lockOf(is), lockOf(was)];
  return [
    ...(same(destination(was), destination(is)) ? [] : [at('destination', `sends the audit of store ${name} elsewhere`)]),
    ...(was.required && !is.required ? [at('required', `no longer waits for audit store ${name}`)] : []),
    ...(is.timeout > was.timeout ? [at('timeout', `waits longer before audit store ${name} counts as failing`)] : []),
    ...(lock.days < held.days || (held.compliance && !lock.compliance)
      ? [at('lock', `lets objects of audit store ${name} be removed sooner`)]
      : []),
  ];
};

const sinkKeys = [
  'kind',
  'required',
  'timeout',
  'path',
  'endpoint',
  'region',
  'bucket',
  'prefix',
  'access-key-id',
  'secret-access-key',
  'session-token',
  'lock',
  'lock.mode',
  'lock.days',
  'headers',
  'servers',
  'subject',
  'token',
  'credentials',
  'url',
  'table',
].map((key) => `audit.sinks.*.${key}`);

const sinks: Loosening = {
  keys: ['audit.sinks', ...sinkKeys],
  find: ({ before, after }) => {
    const [was, is] = [sinksOf(before), sinksOf(after)];
    const gone = [...was.keys()].filter((name) => !is.has(name));
    return [
      ...gone.map((name) => loosened(`sink ${name}`, `gives up audit store ${name}`, ['audit', 'sinks'])),
      ...paired(was, is).both.flatMap(changed),
    ];
  },
};

export const audit: readonly Loosening[] = [log, sinks];
