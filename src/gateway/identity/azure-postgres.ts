/**
 * Azure Database for PostgreSQL with Entra: the client credentials grant, with the ID token as the client's assertion
 * (RFC 7523, 2.2), gives an access token that is the password.
 */
import * as z from 'zod/mini';
import type { IdentityProvider } from './provider.ts';
import { answerOf, form, oauthErrorCode } from './send.ts';

const whom = 'Microsoft Entra';

const tokenSchema = z.object({ access_token: z.string().check(z.minLength(1)), expires_in: z.number().check(z.positive()) });

export const azurePostgres: IdentityProvider<'azure-postgres'> = {
  audience: () => 'api://AzureADTokenExchange',
  tokenFileVariable: 'AZURE_FEDERATED_TOKEN_FILE',
  user: () => undefined,
  exchange: async (settings, idToken, { send, clock }) => {
    const askedAt = clock();
    const text = await send({
      ...form({
        grant_type: 'client_credentials',
        client_id: settings['client-id'],
        client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
        client_assertion: idToken,
        scope: 'https://ossrdbms-aad.database.windows.net/.default',
      }),
      whom,
      url: `https://login.microsoftonline.com/${settings.tenant}/oauth2/v2.0/token`,
      errorCode: oauthErrorCode,
      remedy: 'Compare the federated credential of the application with the token: issuer, subject and audience.',
    });
    const { access_token: token, expires_in: seconds } = answerOf(tokenSchema, text, whom);
    return { expiresAt: askedAt + seconds * 1000, password: async () => token };
  },
};
