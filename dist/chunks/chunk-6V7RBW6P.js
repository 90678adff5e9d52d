import { createRequire as pgveilCreateRequire } from 'node:module'; const require = pgveilCreateRequire(import.meta.url);
import {
  columnKey
} from "./chunk-5LNJKYM5.js";
import {
  append,
  appendAll,
  appendByte,
  appendInt32,
  appendString,
  besideOf,
  byteSink,
  compileJsonCell,
  indexOfByte,
  orRedacted,
  transforms
} from "./chunk-VDEXSPJ2.js";
import {
  resolveType,
  textType
} from "./chunk-YM7ACMYJ.js";
import {
  PgveilError
} from "./chunk-YKELLRG3.js";
import {
  init_define_navigator
} from "./chunk-AIKYVZQT.js";

// src/policy/beside.ts
init_define_navigator();
var besideColumn = (meant, relation, bound) => {
  const keyOf = ({ attnum }) => columnKey(relation.oid, attnum);
  if ("names" in meant) {
    const found = meant.names.map((name) => relation.columns.find((column) => column.name === name)).find((one) => one !== void 0);
    return found && keyOf(found);
  }
  const [only, ...more] = relation.columns.map(keyOf).filter((key) => bound.classOf(key)?.class === meant.class);
  return more.length === 0 ? only : void 0;
};
var relationOf = (catalog, key) => catalog.relation(Number(key.slice(0, key.indexOf("."))));
var onlyReads = ({ targets, writes }, { access }) => access === "read" && targets.length === 0 && writes.length === 0;
var besideIn = (columns, { stored }, meant, { bound, catalog }) => {
  const relation = stored === void 0 ? void 0 : relationOf(catalog, stored.column);
  if (stored === void 0 || relation === void 0) return void 0;
  const other = besideColumn(meant, relation, bound);
  const index = columns.findIndex((column) => column.stored?.row === stored.row && column.stored.column === other);
  return other === void 0 || index < 0 ? void 0 : { index, goesBy: { own: stored.column, other } };
};
var meantText = (meant) => "names" in meant ? meant.names.join(" or ") : `the column of class ${meant.class}`;
var alone = (treatment) => treatment.kind === "mask" && besideOf(treatment.mask) !== void 0 ? { kind: "redact", class: treatment.class } : treatment;
var tieBesides = (decisions, lineage, context) => decisions.map((decision, at) => {
  const { treatment } = decision;
  const meant = treatment.kind === "mask" ? besideOf(treatment.mask) : void 0;
  if (treatment.kind !== "mask" || meant === void 0) return decision;
  const redacted = (why) => ({
    ...decision,
    treatment: { kind: "redact", class: treatment.class },
    reason: `class ${treatment.class} ${why}`
  });
  if (!onlyReads(lineage, context.grant))
    return redacted(`goes by ${meantText(meant)}, which a grant that may write could change`);
  const columns = lineage.columns ?? [];
  const column = columns[at];
  const beside = column === void 0 ? void 0 : besideIn(columns, column, meant, context);
  return beside === void 0 ? redacted(`goes by ${meantText(meant)}: select that column of the same row beside it`) : { ...decision, treatment: { ...treatment, beside: beside.index }, goesBy: beside.goesBy };
});

// src/masking/structured/record-text.ts
init_define_navigator();
var quote = 34;
var backslash = 92;
var open = 40;
var close = 41;
var comma = 44;
var isSpace = (byte) => byte === 32 || byte >= 9 && byte <= 13;
var needsQuotes = (source, start, end) => {
  if (start === end) return true;
  for (let i = start; i < end; i += 1) {
    const byte = source[i] ?? 0;
    if (byte === quote || byte === backslash || byte === open || byte === close || byte === comma || isSpace(byte)) return true;
  }
  return false;
};
var appendRecordField = (out, source, start, end) => {
  if (!needsQuotes(source, start, end)) {
    append(out, source, start, end);
    return;
  }
  appendByte(out, quote);
  for (let i = start; i < end; i += 1) {
    const byte = source[i] ?? 0;
    if (byte === quote || byte === backslash) appendByte(out, byte);
    appendByte(out, byte);
  }
  appendByte(out, quote);
};
var fieldEnd = (source, start, end) => {
  let i = start;
  if (source[i] !== quote) {
    for (; i < end; i += 1) {
      const byte = source[i];
      if (byte === comma || byte === close) return i;
      if (byte === quote || byte === backslash || byte === open) return -1;
    }
    return -1;
  }
  for (i += 1; i < end; i += 1) {
    const byte = source[i];
    if (byte === backslash) i += 1;
    else if (byte === quote) {
      if (source[i + 1] === quote) i += 1;
      else return source[i + 1] === comma || source[i + 1] === close ? i + 1 : -1;
    }
  }
  return -1;
};
var unquote = (source, start, end, out) => {
  for (let i = start + 1; i < end - 1; i += 1) {
    const byte = source[i] ?? 0;
    if (byte === backslash || byte === quote) i += 1;
    appendByte(out, source[i] ?? 0);
  }
};
var maskRecordText = (fields, plain, masked) => (source, start, end, out) => {
  if (end - start < 2 || source[start] !== open || source[end - 1] !== close) return false;
  appendByte(out, open);
  let at = start + 1;
  for (let index = 0; index < fields.length; index += 1) {
    const stop = fieldEnd(source, at, end);
    if (stop < 0 || stop >= end || source[stop] === close !== (index === fields.length - 1)) return false;
    const mask = fields[index];
    if (mask === void 0) append(out, source, at, stop);
    else if (stop > at) {
      plain.reset();
      masked.reset();
      if (source[at] === quote) unquote(source, at, stop, plain);
      else append(plain, source, at, stop);
      if (mask(plain.bytes, 0, plain.length, masked)) appendRecordField(out, masked.bytes, 0, masked.length);
    }
    appendByte(out, source[stop] ?? 0);
    at = stop + 1;
  }
  return at === end;
};

// src/masking/structured/array-binary.ts
init_define_navigator();
var maxDimensions = 6;
var maskArrayBinary = (mask, elementOid) => (source, start, end, out) => {
  if (end - start < 12) return false;
  const dimensions = source.readInt32BE(start);
  const header = 12 + 8 * dimensions;
  if (dimensions < 0 || dimensions > maxDimensions || end - start < header) return false;
  const flag = source.readUInt32BE(start + 4);
  if (flag > 1 || source.readUInt32BE(start + 8) !== elementOid) return false;
  let count = dimensions === 0 ? 0 : 1;
  for (let i = 0; i < dimensions; i += 1) {
    const size = source.readInt32BE(start + 12 + 8 * i);
    if (size < 1) return false;
    count *= size;
  }
  const flagAt = out.length + 4;
  append(out, source, start, start + header);
  let at = start + header;
  for (let index = 0; index < count; index += 1) {
    if (end - at < 4) return false;
    const length = source.readInt32BE(at);
    const stop = at + 4 + Math.max(0, length);
    if (length < -1 || stop > end) return false;
    const lengthAt = out.length;
    appendInt32(out, -1);
    if (length >= 0 && mask(source, at + 4, stop, out)) out.bytes.writeInt32BE(out.length - lengthAt - 4, lengthAt);
    else out.bytes.writeInt32BE(1, flagAt);
    at = stop;
  }
  return at === end;
};

// src/masking/structured/array-text.ts
init_define_navigator();
var quote2 = 34;
var backslash2 = 92;
var open2 = 123;
var close2 = 125;
var bracket = 91;
var isNull = (source, start, end) => end - start === 4 && source.toString("latin1", start, end).toUpperCase() === "NULL";
var needsQuotes2 = (source, start, end, delimiter) => {
  if (start === end || isNull(source, start, end)) return true;
  for (let i = start; i < end; i += 1) {
    const byte = source[i] ?? 0;
    if (byte === quote2 || byte === backslash2 || byte === open2 || byte === close2 || byte === delimiter || isSpace(byte))
      return true;
  }
  return false;
};
var appendElement = (out, source, start, end, delimiter) => {
  if (!needsQuotes2(source, start, end, delimiter)) {
    append(out, source, start, end);
    return;
  }
  appendByte(out, quote2);
  for (let i = start; i < end; i += 1) {
    const byte = source[i] ?? 0;
    if (byte === quote2 || byte === backslash2) appendByte(out, backslash2);
    appendByte(out, byte);
  }
  appendByte(out, quote2);
};
var elementEnd = (source, start, end, delimiter) => {
  let i = start;
  if (source[i] !== quote2) {
    for (; i < end; i += 1) {
      const byte = source[i];
      if (byte === delimiter || byte === close2) return i === start ? -1 : i;
      if (byte === quote2 || byte === backslash2 || byte === open2) return -1;
    }
    return -1;
  }
  for (i += 1; i < end; i += 1) {
    const byte = source[i];
    if (byte === backslash2) i += 1;
    else if (byte === quote2) return i + 1;
  }
  return -1;
};
var maskArrayText = (mask, delimiter, plain, masked) => {
  const element = (source, start, end, out) => {
    if (isNull(source, start, end)) {
      append(out, source, start, end);
      return;
    }
    plain.reset();
    masked.reset();
    if (source[start] !== quote2) append(plain, source, start, end);
    else {
      for (let i = start + 1; i < end - 1; i += 1) {
        if (source[i] === backslash2) i += 1;
        appendByte(plain, source[i] ?? 0);
      }
    }
    if (mask(plain.bytes, 0, plain.length, masked)) appendElement(out, masked.bytes, 0, masked.length, delimiter);
    else appendString(out, "NULL");
  };
  return (source, start, end, out) => {
    let at = start;
    if (source[at] === bracket) {
      const equals = indexOfByte(source, 61, at, end);
      if (equals < 0 || !/^(\[[-\d]+:[-\d]+\])+$/.test(source.toString("latin1", at, equals))) return false;
      append(out, source, at, equals + 1);
      at = equals + 1;
    }
    let depth = 0;
    let wantsValue = true;
    while (at < end) {
      const byte = source[at] ?? 0;
      if (byte === open2 && wantsValue) depth += 1;
      else if (byte === close2 && depth > 0 && (!wantsValue || source[at - 1] === open2)) {
        depth -= 1;
        wantsValue = false;
        if (depth === 0 && at !== end - 1) return false;
      } else if (byte === delimiter && !wantsValue && depth > 0) wantsValue = true;
      else {
        const stop = depth > 0 && wantsValue ? elementEnd(source, at, end, delimiter) : -1;
        if (stop < 0) return false;
        element(source, at, stop, out);
        at = stop;
        wantsValue = false;
        continue;
      }
      appendByte(out, byte);
      at += 1;
    }
    return depth === 0 && !wantsValue;
  };
};

// src/masking/cell.ts
init_define_navigator();

// src/masking/codec/neutral.ts
init_define_navigator();
var emptyArray = Buffer.from("{}");
var rowText = (type) => {
  const out = byteSink(64);
  appendAll(out, Buffer.from("("));
  (type.fields ?? []).forEach((field, i) => {
    if (i > 0) appendAll(out, Buffer.from(","));
    const value = neutralOf(field.type, 0);
    if (value !== void 0) appendRecordField(out, value, 0, value.length);
  });
  appendAll(out, Buffer.from(")"));
  return Buffer.from(out.bytes.subarray(0, out.length));
};
var rowBinary = (type) => {
  const fields = type.fields ?? [];
  const out = byteSink(64);
  appendInt32(out, fields.length);
  for (const field of fields) {
    const value = neutralOf(field.type, 1);
    appendInt32(out, field.oid);
    appendInt32(out, value === void 0 ? -1 : value.length);
    if (value !== void 0) appendAll(out, value);
  }
  return Buffer.from(out.bytes.subarray(0, out.length));
};
var neutralOf = (type, format) => {
  if (type.kind === "row") return format === 0 ? rowText(type) : rowBinary(type);
  if (type.kind === "array") {
    if (format === 0) return emptyArray;
    const header = Buffer.alloc(12);
    header.writeUInt32BE(type.elementOid, 8);
    return header;
  }
  const { text, binary } = type.scalar.neutral(type.typmod);
  return format === 0 ? text : binary;
};
var redactCell = (type, format) => {
  const value = neutralOf(type, format);
  if (value === void 0) return () => false;
  return (_source, _start, _end, out) => {
    appendAll(out, value);
    return true;
  };
};

// src/masking/structured/record-binary.ts
init_define_navigator();
var maskRecordBinary = (fields) => (source, start, end, out) => {
  if (end - start < 4 || source.readInt32BE(start) !== fields.length) return false;
  appendInt32(out, fields.length);
  let at = start + 4;
  for (const field of fields) {
    if (end - at < 8) return false;
    const type = source.readUInt32BE(at);
    const length = source.readInt32BE(at + 4);
    const stop = at + 8 + Math.max(0, length);
    if (length < -1 || stop > end) return false;
    const mask = length < 0 ? void 0 : field(type);
    if (mask === void 0) append(out, source, at, stop);
    else {
      append(out, source, at, at + 4);
      const lengthAt = out.length;
      appendInt32(out, -1);
      if (mask(source, at + 8, stop, out)) out.bytes.writeInt32BE(out.length - lengthAt - 4, lengthAt);
    }
    at = stop;
  }
  return at === end;
};

// src/masking/cell.ts
var eachElement = (type, format, mask) => orRedacted(
  format === 1 ? maskArrayBinary(mask, type.elementOid) : maskArrayText(mask, type.delimiter, byteSink(256), byteSink(256)),
  redactCell(type, format)
);
var compileMask = (mask, className, type, format, context) => {
  const transform = transforms.get(mask.transform);
  if (transform === void 0) throw new PgveilError("PGVEIL_INTERNAL", `there is no transform named ${mask.transform}`);
  const redact = redactCell(type, format);
  const { types, keys, beside } = context;
  if (besideOf(mask) !== void 0 && beside === void 0) return redact;
  const compile = (scalar) => transform.compile({
    options: mask.options,
    type: scalar,
    format,
    key: () => context.keys.forClass(className),
    nested: (inner, of, form) => compileMask(inner, className, of, form, { types, keys }),
    beside: beside ?? (() => void 0),
    redact
  });
  if (type.kind === "scalar") return compile(type);
  if (transform.families === "any") return compile(textType);
  if (type.kind === "array") return eachElement(type, format, compileMask(mask, className, type.element, format, context));
  const treatment = { kind: "mask", mask, class: className };
  return type.fields === void 0 ? redact : compileRow(
    type.fields.map(() => treatment),
    type,
    format,
    context
  );
};
var compileRow = (fields, type, format, context) => {
  const redact = redactCell(type, format);
  const known = type.fields;
  if (known !== void 0 && known.length !== fields.length) return redact;
  if (format === 0) {
    const masks2 = fields.map((field, i) => compileCell(field, known?.[i]?.type ?? textType, 0, context));
    return orRedacted(maskRecordText(masks2, byteSink(256), byteSink(256)), redact);
  }
  const masks = fields.map((field, i) => {
    const declared = known?.[i];
    const byType = /* @__PURE__ */ new Map();
    return (oid) => {
      if (!byType.has(oid)) {
        const type2 = declared?.oid === oid ? declared.type : resolveType(oid, -1, context.types);
        byType.set(oid, compileCell(field, type2, 1, context));
      }
      return byType.get(oid);
    };
  });
  return orRedacted(maskRecordBinary(masks), redact);
};
var compileShape = (shape, type, format, context) => {
  const redact = redactCell(type, format);
  if (shape.kind === "row") return type.kind === "row" ? compileRow(shape.fields, type, format, context) : redact;
  if (shape.kind === "each" && !shape.json) {
    if (type.kind !== "array") return redact;
    const item = compileCell(shape.item, type.element, format, context);
    return item === void 0 ? redact : eachElement(type, format, item);
  }
  if (type.kind !== "scalar") return redact;
  const { family } = type.scalar;
  if (family !== "json" && family !== "jsonb" && family !== "text") return redact;
  const leaf = (spec, className, of) => compileMask(spec, className, of, 0, context);
  return orRedacted(
    compileJsonCell(shape, { sorted: family === "jsonb", versioned: family === "jsonb" && format === 1, leaf }),
    redact
  );
};
var compileCell = (treatment, type, format, context) => {
  if (treatment.kind === "pass") return void 0;
  if (treatment.kind === "redact") return redactCell(type, format);
  if (treatment.kind === "mask") return compileMask(treatment.mask, treatment.class, type, format, context);
  const { types, keys } = context;
  return compileShape(treatment.shape, type, format, { types, keys });
};

export {
  maskRecordText,
  maskArrayBinary,
  maskArrayText,
  compileCell,
  besideColumn,
  alone,
  tieBesides
};
