/**
 * What each key of the policy file means, for the JSON Schema (editors show it) and docs/policy.md. A path names keys;
 * `*` stands for a name that the author chooses, `[]` for an entry of a list. Keys below `coverage.severity` are findings,
 * whose texts are in src/coverage/checks.
 */
export const meanings: Readonly<Record<string, string>> = {
  version: 'The version of this format.',

  databases: 'The databases that clients may connect to, by the name that clients use.',
  'databases.*.database': 'Its name on the server, where that is not the one of the URL.',
  'databases.*.credentials': 'The roles of the server that pgveil can log in as, by a name that grants refer to.',
  'databases.*.credentials.*.url': 'Where the connection URL is.',
  'databases.*.credentials.*.identity':
    "A cloud that gives a token for the password, in exchange for the job's OIDC token or one of a file: docs/cloud-identities.md. The URL has no password then, and `sslmode=verify-full`.",
  'databases.*.credentials.*.identity.provider': 'Which service the database is.',
  'databases.*.credentials.*.identity.audience':
    "The `aud` of the token that is exchanged, where it is not the provider's usual one.",
  'databases.*.credentials.*.identity.token-file':
    "The file that the token is read from at each exchange, in place of the job's own token.",
  'databases.*.credentials.*.identity.role': 'The ARN of the role that may connect to the database.',
  'databases.*.credentials.*.identity.region': 'The region of the database.',
  'databases.*.credentials.*.identity.lifetime':
    'How long what the cloud gives is good for, from 15m to 12h; the cloud has a limit of its own.',
  'databases.*.credentials.*.identity.workload-identity-provider': 'The provider of the workload identity pool.',
  'databases.*.credentials.*.identity.service-account': 'The service account that is the user of the database.',
  'databases.*.credentials.*.identity.tenant': 'The id of the tenant.',
  'databases.*.credentials.*.identity.client-id': 'The id of the application, or of the managed identity.',
  'databases.*.allow-superuser':
    'Whether a role that is superuser or may replicate is taken; without it pgveil does not start with one.',

  identity: 'How clients prove who they are.',
  'identity.audience': 'The `aud` that tokens must have.',
  'identity.token-users': 'The user names whose password is an OIDC token.',
  'identity.issuers': 'The issuers of OIDC tokens, by a name that principals refer to.',
  'identity.issuers.*.issuer':
    'Its address, exactly as in the `iss` claim: https, or http to loopback. The keys are found through its discovery document.',
  'identity.issuers.*.audience': 'The `aud` of its tokens, in place of `identity.audience`.',
  'identity.issuers.*.algorithms': 'The signature algorithms that are taken.',
  'identity.issuers.*.required-claims': 'Claims that a token must have, besides iss, aud and exp.',
  'identity.local': 'Principals with a password, for development.',
  'identity.local.verifiers':
    'The file of their SCRAM verifiers, relative to the policy. `pgveil passwd NAME` makes a line of it.',
  'identity.session': 'The session credentials that a token is exchanged for.',
  'identity.session.max-age': 'How long one can be used to log in. A connection that is open by then goes on.',

  classes: 'What columns can hold, by a name of your choice.',
  'classes.*.mask':
    'How values of the class are shown: a name, or a name with options. Without one they are redacted, and the gate reports it.',
  'classes.*.lookup':
    'Whether conditions may compare the class with constants and parameters at inference level standard, as in `WHERE email = $1`.',

  classification: 'Which column has which class.',
  'classification.comments': 'Whether a comment of a column that names a class classifies it, where no rule here does.',
  'classification.comment-syntax': 'How such a comment names its class; also in doc comments of Prisma.',
  'classification.foreign-keys':
    'Whether a column without a class gets the class of the column that it references by a foreign key.',
  'classification.security-labels':
    'Whether masking rules of PostgreSQL Anonymizer (`SECURITY LABEL FOR anon`) classify columns: by `labels`, else by the function that they name, else as `anon-masked`.',
  'classification.labels': 'Labels of PostgreSQL Anonymizer, `*` for any characters, to classes.',
  'classification.dbt':
    'Files of dbt, `*` and `**` as usual, from the directory of the policy: `meta.class` and `tags` of columns classify.',
  'classification.tags': 'Tags of dbt to classes. A tag `class:NAME` needs none.',
  'classification.prisma':
    'Files of Prisma, from the directory of the policy: `/// @class NAME` at a field classifies its column.',
  'classification.columns': 'Columns to classes. The most specific pattern holds; the class `none` says that a column has none.',

  principals: 'Who may connect, by a name of your choice. The first that matches holds.',
  'principals.*.match': 'Claims to the values of which one must be there; `*` stands for any characters. All claims must match.',
  'principals.*.match.issuer': 'Which of `identity.issuers` the token must be from.',
  'principals.*.local': 'The name in the file of verifiers, in place of `match`.',
  'principals.*.groups': 'Groups that grants can name.',

  grants: 'What principals may do. The first that names the principal or one of its groups, and the database, holds alone.',
  'grants[].to': 'Principals, and groups as `group:NAME`.',
  'grants[].databases': 'Names under `databases`; without it, all of them.',
  'grants[].access': 'What statements may do: read, write data too, or change the schema too.',
  'grants[].credential': 'Which credential of the database is used. May be left out where there is one only.',
  'grants[].relations': 'Which tables and views statements may use, be it through a view.',
  'grants[].relations.allow': 'Patterns of relations. Those of the system catalogs are open unless denied.',
  'grants[].relations.deny': 'Patterns that go before those of `allow`.',
  'grants[].inference': 'What conditions, orders and groups may give away of classified columns.',
  'grants[].masks': 'Masks by class, in place of those under `classes`.',
  'grants[].reveal': 'Exemptions: what is seen as it is.',
  'grants[].reveal[].class': 'The class that is seen as it is.',
  'grants[].reveal[].column': 'The column that is seen as it is, in place of `class`.',
  'grants[].reveal[].reason': 'Why; the audit and the gate show it.',
  'grants[].reveal[].until': 'The last day on which it holds, in UTC.',
  'grants[].functions':
    'Functions of your own whose result follows from their arguments, and that keep and send nothing; pgveil takes your word for it.',

  limits: 'Bounds. What has no default is not bounded.',
  'limits.connections': 'Connections of one principal at a time.',
  'limits.statements': 'Statements in one session.',
  'limits.statement-time': 'How long a statement may run before it is cancelled.',
  'limits.rows': 'Rows of one result.',
  'limits.bytes': 'Bytes of one result.',
  'limits.lookups': 'Comparisons of classified columns with constants or parameters in one session.',

  masking: 'The key of masks such as hash.',
  'masking.key': 'Where the key is, a text of 32 bytes at least. Without it each start makes one of its own.',
  'masking.scope':
    'Where masked values are the same: in this run only, in every run of one repository (claim `repository_id`), or wherever the key is.',
  'masking.label': 'Goes into the keys: another label gives other masked values with the same key.',

  detect:
    'What is done about text columns without a class: nothing, a look at a sample of their values for the gate, or `scrub` on all of them besides.',

  audit: 'The record of what was asked and what was shown.',
  'audit.file':
    'Where it is written, relative to where pgveil is started; `--audit` goes before it, and the Action has a place of its own.',
  'audit.record-rows': 'How many rows of each result are kept, masked, as the client saw them.',
  'audit.checkpoint-every': 'After how many records the log is signed.',
  'audit.signing-key': 'Where the private key is, Ed25519 in PKCS#8 PEM. Without it each start makes one of its own.',
  'audit.sinks': 'Where else the audit goes, by a name of your choice.',
  'audit.sinks.*.kind':
    'What the store is: a file on another disk, an S3-compatible store, an OTLP collector, NATS JetStream, a PostgreSQL table.',
  'audit.sinks.*.required':
    'Whether results wait until the store has the record of their statement, and statements are refused while it fails.',
  'audit.sinks.*.timeout': 'How long the store may not take a batch of records before it counts as failing.',
  'audit.sinks.*.path': 'The file, relative to where pgveil is started; it must be new.',
  'audit.sinks.*.endpoint': 'The address of the store; of a collector without its /v1/logs.',
  'audit.sinks.*.region': 'The region that requests are signed for.',
  'audit.sinks.*.bucket': 'The bucket.',
  'audit.sinks.*.prefix': 'What the names of the objects begin with.',
  'audit.sinks.*.access-key-id': 'Where the id of the access key is.',
  'audit.sinks.*.secret-access-key': 'Where the access key is.',
  'audit.sinks.*.session-token': 'Where the session token of a temporary access key is.',
  'audit.sinks.*.lock': 'Object lock, for a bucket that has it on.',
  'audit.sinks.*.lock.mode': 'Whether somebody with the right to may remove an object before its time, or nobody.',
  'audit.sinks.*.lock.days': 'For how many days an object is locked.',
  'audit.sinks.*.headers': 'Headers of each request, each by a reference.',
  'audit.sinks.*.servers': 'The servers, as nats://host:port or tls://host:port.',
  'audit.sinks.*.subject': "What the subjects of the stream begin with; the record's type follows.",
  'audit.sinks.*.token': 'Where the token is.',
  'audit.sinks.*.credentials': 'Where the content of a credentials file is.',
  'audit.sinks.*.url': 'Where the connection URL is, of a role that may insert into the table and nothing else.',
  'audit.sinks.*.table': 'The table, as table or schema.table; docs/audit-stores.md has its definition.',

  coverage: 'What the gate makes of its findings.',
  'coverage.severity': 'Severities by finding, where the built-in one does not suit.',
  'coverage.ends-soon': 'How long before its end a reveal is reported.',
  'coverage.suppress': 'Exceptions: findings that do not count.',
  'coverage.suppress[].finding': 'Which finding.',
  'coverage.suppress[].column': 'For which columns; without it, wherever it is found.',
  'coverage.suppress[].reason': 'Why; the report shows it.',
  'coverage.suppress[].until': 'The last day on which it holds, in UTC.',
};
