/** A credential's `identity`: a cloud that gives a token for the password. src/gateway/identity has a provider for each. */
import * as z from 'zod/mini';
import { duration, text } from './schema-parts.ts';

const common = {
  audience: z.optional(text),
  'token-file': z.optional(text),
};

const hour = 3_600_000;

/** What both AWS and Google allow. */
const lifetime = z.prefault(
  duration.check(
    z.refine((milliseconds) => milliseconds >= hour / 4 && milliseconds <= 12 * hour, { error: 'is not from 15m to 12h' }),
  ),
  '1h',
);

const matching = (pattern: RegExp, error: string) => z.string().check(z.regex(pattern, error));

const aws = z.strictObject({
  provider: z.literal('aws-rds-iam'),
  ...common,
  role: matching(/^arn:aws[a-z-]*:iam::\d{12}:role\/[\w+=,.@/-]{1,500}$/, 'is not a role: write arn:aws:iam::ACCOUNT:role/NAME'),
  region: matching(/^[a-z]{2}(?:-[a-z]+)+-\d$/, 'is not a region, as in eu-central-1'),
  lifetime,
});

const google = z.strictObject({
  provider: z.literal('gcp-cloud-sql'),
  ...common,
  'workload-identity-provider': matching(
    /^projects\/\d+\/locations\/global\/workloadIdentityPools\/[a-z0-9-]+\/providers\/[a-z0-9-]+$/,
    'is not a provider: write projects/NUMBER/locations/global/workloadIdentityPools/POOL/providers/PROVIDER',
  ),
  'service-account': matching(
    /^[a-z0-9-]+@[a-z0-9.-]+\.gserviceaccount\.com$/,
    'is not a service account: write NAME@PROJECT.iam.gserviceaccount.com',
  ),
  lifetime,
});

const azure = z.strictObject({
  provider: z.literal('azure-postgres'),
  ...common,
  tenant: z.uuid('is not the id of a tenant'),
  'client-id': z.uuid('is not the id of an application'),
});

export const cloudIdentity = z.discriminatedUnion('provider', [aws, google, azure], {
  error: 'is not a provider: write aws-rds-iam, gcp-cloud-sql or azure-postgres',
});

export type CloudIdentity = z.output<typeof cloudIdentity>;
export type CloudProvider = CloudIdentity['provider'];
