/** Which databases there are, and what pgveil connects to them as. */
import { loosened, paired, same, type Loosening } from './types.ts';

const opened: Loosening = {
  keys: ['databases'],
  find: ({ before, after }) =>
    paired(before.databases, after.databases).added.map((name) =>
      loosened(`database ${name}`, `opens database ${name}`, ['databases', name]),
    ),
};

const elsewhere: Loosening = {
  keys: ['databases.*.database'],
  find: ({ before, after }) =>
    paired(before.databases, after.databases).both.flatMap(([name, was, is]) =>
      was.upstream === is.upstream
        ? []
        : [
            loosened(`database ${name} upstream`, `takes another database of the server for ${name}`, [
              'databases',
              name,
              'database',
            ]),
          ],
    ),
};

const identityKeys = [
  'provider',
  'audience',
  'token-file',
  'role',
  'region',
  'lifetime',
  'workload-identity-provider',
  'service-account',
  'tenant',
  'client-id',
].map((key) => `databases.*.credentials.*.identity.${key}`);

const credentials: Loosening = {
  keys: ['databases.*.credentials', 'databases.*.credentials.*.url', 'databases.*.credentials.*.identity', ...identityKeys],
  find: ({ before, after }) =>
    paired(before.databases, after.databases).both.flatMap(([database, was, is]) =>
      paired(was.credentials, is.credentials).both.flatMap(([name, one, other]) =>
        same(one, other)
          ? []
          : [
              loosened(`credential ${name} of ${database}`, `takes credential ${name} of database ${database} from elsewhere`, [
                'databases',
                database,
                'credentials',
                name,
              ]),
            ],
      ),
    ),
};

const superusers: Loosening = {
  keys: ['databases.*.allow-superuser'],
  find: ({ before, after }) =>
    paired(before.databases, after.databases).both.flatMap(([name, was, is]) =>
      is.allowSuperuser && !was.allowSuperuser
        ? [
            loosened(`superuser of ${name}`, `lets pgveil connect to database ${name} as a superuser`, [
              'databases',
              name,
              'allow-superuser',
            ]),
          ]
        : [],
    ),
};

export const connections: readonly Loosening[] = [opened, elsewhere, credentials, superusers];
