import { encodeBackend } from './backend.ts';

interface Report {
  /** SQLSTATE. */
  readonly code: string;
  readonly message: string;
  readonly detail?: string | undefined;
  readonly hint?: string | undefined;
  /** In characters of the query text, from 1. */
  readonly position?: number | undefined;
}

export interface ErrorReport extends Report {
  /** FATAL and PANIC announce the end of the connection. */
  readonly severity: 'ERROR' | 'FATAL' | 'PANIC';
}

export interface NoticeReport extends Report {
  readonly severity: 'WARNING' | 'NOTICE' | 'DEBUG' | 'INFO' | 'LOG';
}

/** S may be localised by a server and V never is: here they are the same word. */
const fieldsOf = (report: ErrorReport | NoticeReport): Map<string, string> => {
  const fields = new Map<string, string>();
  const put = (key: string, value: string | undefined): void => {
    // An error must reach the client, whatever text it was made from: a NUL would end the field.
    if (value !== undefined) fields.set(key, value.replaceAll('\0', '\uFFFD'));
  };
  put('S', report.severity);
  put('V', report.severity);
  put('C', report.code);
  put('M', report.message);
  put('D', report.detail);
  put('H', report.hint);
  put('P', report.position?.toString());
  return fields;
};

/** An ErrorResponse of pgveil's own, ready to send. */
export const errorResponse = (report: ErrorReport): Buffer => encodeBackend({ type: 'ErrorResponse', fields: fieldsOf(report) });

/** A NoticeResponse of pgveil's own, ready to send. */
export const noticeResponse = (report: NoticeReport): Buffer =>
  encodeBackend({ type: 'NoticeResponse', fields: fieldsOf(report) });
