/** The extended query protocol, the server's side. */
import { define, defineEmpty } from './descriptor.ts';
import { readList, readOid } from './read.ts';
import { writeList, writeOid } from './write.ts';

export const parseComplete = defineEmpty('ParseComplete', '1');
export const bindComplete = defineEmpty('BindComplete', '2');
export const closeComplete = defineEmpty('CloseComplete', '3');
export const noData = defineEmpty('NoData', 'n');
export const portalSuspended = defineEmpty('PortalSuspended', 's');

export interface ParameterDescription {
  readonly type: 'ParameterDescription';
  /** Type oids. */
  readonly parameterTypes: readonly number[];
}

export const parameterDescription = define<ParameterDescription>({
  name: 'ParameterDescription',
  byte: 't',
  limit: 2 + 65_535 * 4,
  decode: (body) => ({ type: 'ParameterDescription', parameterTypes: readList(body, 'parameter type', readOid) }),
  encode: (body, message) => writeList(body, message.parameterTypes, writeOid),
});
