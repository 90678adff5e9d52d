import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { describe, expect, it } from 'vitest';
import { createAuthority } from '../../support/certificates.ts';
import { startTestGateway } from '../../support/gateway.ts';
import { nativeDirectory, startPostgres } from '../../support/postgres.ts';
import * as clouds from './clouds.ts';

describe.skipIf(nativeDirectory(18) === undefined)('a cloud identity through the gateway', () => {
  it('logs in to a server that takes exactly the token, over verified TLS, and shows the token nowhere', async () => {
    const authority = createAuthority('test CA');
    const ca = join(mkdtempSync(join(tmpdir(), 'pgveil-ca-')), 'ca.pem');
    writeFileSync(ca, authority.cert);
    const server = await startPostgres({
      tls: authority.issue({ commonName: 'localhost', names: ['localhost'] }),
      hba: ['hostssl all cloud 127.0.0.1/32 password', 'hostnossl all cloud 127.0.0.1/32 reject'],
    });
    try {
      await server.query("CREATE ROLE cloud LOGIN PASSWORD 'azure-token'");
      const { identities } = clouds.stage(clouds.azure());
      const gateway = await startTestGateway({
        policy: `version: 1
databases:
  postgres:
    credentials:
      cloud:
        url: \${env:URL}
        identity: { provider: azure-postgres, tenant: ${clouds.tenant}, client-id: ${clouds.client} }
identity: { local: { verifiers: v } }
principals: { dev: { local: dev } }
grants: [{ to: [dev], relations: { allow: ["*.*"] } }]
`,
        env: { URL: `postgres://cloud@localhost:${String(server.port)}/postgres?sslmode=verify-full&sslrootcert=${ca}` },
        locals: ['dev'],
        identities,
      });
      try {
        const client = new pg.Client({ connectionString: gateway.url('dev', 'postgres') });
        await client.connect();
        expect((await client.query('SELECT 1 AS one')).rows).toEqual([{ one: 1 }]);
        await client.end();
        expect(JSON.stringify([gateway.events, gateway.log])).not.toMatch(/azure-token|id-token/);
      } finally {
        await gateway.stop();
      }
    } finally {
      await server.stop();
    }
  });
});
