import { conditions } from './sqlstate-conditions.ts';

/** The SQLSTATEs that pgveil itself raises or acts upon. */
export const sqlstate = {
  connectionFailure: '08006',
  sqlclientUnableToConnect: '08001',
  connectionRejected: '08004',
  protocolViolation: '08P01',
  featureNotSupported: '0A000',
  characterNotInRepertoire: '22021',
  invalidParameterValue: '22023',
  activeSqlTransaction: '25001',
  readOnlySqlTransaction: '25006',
  inFailedSqlTransaction: '25P02',
  undefinedPreparedStatement: '26000',
  invalidAuthorization: '28000',
  invalidPassword: '28P01',
  undefinedCursor: '34000',
  undefinedDatabase: '3D000',
  undefinedSchema: '3F000',
  insufficientPrivilege: '42501',
  syntaxError: '42601',
  undefinedColumn: '42703',
  undefinedObject: '42704',
  undefinedTable: '42P01',
  undefinedFunction: '42883',
  duplicatePreparedStatement: '42P05',
  duplicateCursor: '42P03',
  tooManyConnections: '53300',
  configurationLimitExceeded: '53400',
  programLimitExceeded: '54000',
  statementTooComplex: '54001',
  queryCanceled: '57014',
  adminShutdown: '57P01',
  cannotConnectNow: '57P03',
  ioError: '58030',
  internalError: 'XX000',
} as const;

/** PostgreSQL's name of a condition; undefined for a code that it does not define, which only RAISE can have made. */
export const conditionName = (code: string): string | undefined =>
  Object.hasOwn(conditions, code) ? conditions[code] : undefined;
