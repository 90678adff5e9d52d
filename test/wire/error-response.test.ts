import { describe, expect, it } from 'vitest';
import { decodeBackend } from '../../src/wire/backend.ts';
import { errorResponse, noticeResponse } from '../../src/wire/error-response.ts';

describe('an error of our own', () => {
  it('has its severity twice, and what was given', () => {
    expect(errorResponse({ severity: 'FATAL', code: '28P01', message: 'no' }).toString('latin1')).toBe(
      'E\0\0\0\x1eSFATAL\0VFATAL\0C28P01\0Mno\0\0',
    );
    const report = { severity: 'ERROR', code: '42501', message: 'no', detail: 'why', hint: 'how', position: 8 } as const;
    const frame = errorResponse(report);
    const fields = 'SERROR VERROR C42501 Mno Dwhy Hhow P8'
      .split(' ')
      .map((field) => [field.slice(0, 1), field.slice(1)] as const);
    expect(decodeBackend(0x45, frame.subarray(5))).toStrictEqual({ type: 'ErrorResponse', fields: new Map(fields) });
  });

  it('reaches the client whatever its text holds', () => {
    const frame = errorResponse({ severity: 'ERROR', code: '08P01', message: 'a\0b', hint: undefined });
    const message = decodeBackend(0x45, frame.subarray(5));
    expect(message.type === 'ErrorResponse' && message.fields.get('M')).toBe('a\uFFFDb');
  });

  it('may be a notice', () => {
    expect(noticeResponse({ severity: 'WARNING', code: '01000', message: 'm' }).toString('latin1')).toBe(
      'N\0\0\0\x21SWARNING\0VWARNING\0C01000\0Mm\0\0',
    );
  });
});
