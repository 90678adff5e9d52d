declare module 'libpg-query/wasm/libpg-query.js' {
  /** The Emscripten module; the pointers are byte offsets in its memory, 0 is null. */
  export interface PgQueryModule {
    _malloc(size: number): number;
    _free(pointer: number): void;
    lengthBytesUTF8(text: string): number;
    stringToUTF8(text: string, pointer: number, size: number): void;
    UTF8ToString(pointer: number): string;
    getValue(pointer: number, type: 'i32'): number;
    _wasm_parse_query_raw(query: number): number;
    _wasm_free_parse_result(result: number): void;
    _wasm_parse_plpgsql(query: number): number;
    _wasm_fingerprint(query: number): number;
    _wasm_scan(query: number): number;
    _wasm_free_string(text: number): void;
  }
  const factory: () => Promise<PgQueryModule>;
  export default factory;
}
