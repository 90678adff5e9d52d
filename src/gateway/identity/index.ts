/** The table of providers. To add one: its file, an entry here, its keys in src/policy/schema-cloud.ts and src/policy/meanings.ts. */
import type { CloudIdentity, CloudProvider } from '../../policy/schema-cloud.ts';
import { awsRdsIam } from './aws-rds-iam.ts';
import { azurePostgres } from './azure-postgres.ts';
import { gcpCloudSql } from './gcp-cloud-sql.ts';
import type { ExchangeTools, IdentityProvider, Lease } from './provider.ts';

const providers: { readonly [Provider in CloudProvider]: IdentityProvider<Provider> } = {
  'aws-rds-iam': awsRdsIam,
  'gcp-cloud-sql': gcpCloudSql,
  'azure-postgres': azurePostgres,
};

/** A provider with the policy's settings of one identity. */
export interface ConfiguredIdentity {
  /** The `aud` of the ID tokens that it exchanges. */
  readonly audience: string;
  readonly tokenFileVariable: string | undefined;
  readonly user: string | undefined;
  exchange(idToken: string, tools: ExchangeTools): Promise<Lease>;
}

const configure = <Provider extends CloudProvider>(
  provider: IdentityProvider<Provider>,
  settings: Extract<CloudIdentity, { readonly provider: Provider }>,
): ConfiguredIdentity => ({
  audience: settings.audience ?? provider.audience(settings),
  tokenFileVariable: provider.tokenFileVariable,
  user: provider.user(settings),
  exchange: async (idToken, tools) => provider.exchange(settings, idToken, tools),
});

export const configuredIdentity = (settings: CloudIdentity): ConfiguredIdentity => {
  switch (settings.provider) {
    case 'aws-rds-iam':
      return configure(providers[settings.provider], settings);
    case 'gcp-cloud-sql':
      return configure(providers[settings.provider], settings);
    case 'azure-postgres':
      return configure(providers[settings.provider], settings);
    default:
      return settings satisfies never;
  }
};
