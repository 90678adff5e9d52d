import { rmSync } from 'node:fs';
import { controlClient } from './control-client.ts';
import type { ProxyFiles } from './proxy-files.ts';
import type { StopOutcome } from './proxy-stop.ts';
import type { State } from './state.ts';

export type RemoteProxy = Extract<State['proxy'], { readonly kind: 'remote' }>;

/**
 * Has a proxy that runs elsewhere sign its audit, and fetches it. `was-dead`: it does not answer, or has no audit to
 * give; `onTrouble` hears why.
 */
export const stopRemote = async (
  { control, token, ends }: RemoteProxy,
  files: ProxyFiles,
  onTrouble: (error: unknown) => void,
): Promise<StopOutcome> => {
  const client = controlClient(control, token);
  try {
    await client.finish();
    rmSync(files.audit, { force: true });
    await client.fetchAudit(files.audit);
    return 'stopped';
  } catch (error) {
    onTrouble(error);
    return 'was-dead';
  } finally {
    // One that was never configured has no audit to finish, and ends all the same.
    if (ends) await client.stop().catch(() => undefined);
  }
};
