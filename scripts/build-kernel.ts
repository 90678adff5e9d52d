// Builds the WebAssembly of src/masking/kernel from the text printed here. With --check it writes nothing and fails when stale.
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import wabt from 'wabt';
import { lanesText } from './kernel-lanes.ts';

const target = fileURLToPath(new URL('../src/masking/kernel/hmac-wasm.ts', import.meta.url));

/** Byte offsets in the kernel's memory; src/masking/kernel/kernel.ts has those that it uses. */
const at = { padStates: 0, state: 64, digest: 96, schedule: 128, message: 384 } as const;

const primes = (count: number): readonly number[] => {
  const found: number[] = [];
  for (let n = 2; found.length < count; n += 1) if (found.every((prime) => n % prime !== 0)) found.push(n);
  return found;
};
const fraction = (root: number): string => `0x${Math.floor((root - Math.floor(root)) * 2 ** 32).toString(16)}`;

/** FIPS 180-4, 4.2.2 and 5.3.3: fractional parts of the cube and square roots of the first primes. */
const constants = primes(64).map((prime) => fraction(Math.cbrt(prime)));
const initial = primes(8).map((prime) => fraction(Math.sqrt(prime)));

const op = (name: string, ...args: readonly string[]): string => `(i32.${name} ${args.join(' ')})`;
const get = (name: string): string => `(local.get $${name})`;
const set = (name: string, value: string): string => `(local.set $${name} ${value})`;
const constant = (value: number | string): string => `(i32.const ${String(value)})`;
const load = (offset: number): string => `(i32.load offset=${String(offset)} (i32.const 0))`;
const store = (offset: number, value: string): string => `(i32.store offset=${String(offset)} (i32.const 0) ${value})`;
const sum = (...terms: readonly string[]): string => terms.reduce((left, right) => op('add', left, right));
const xor = (...terms: readonly string[]): string => terms.reduce((left, right) => op('xor', left, right));
const rotate = (value: string, bits: number): string => op('rotr', value, constant(bits));
const shift = (value: string, bits: number): string => op('shr_u', value, constant(bits));

/** The bytes of a word the other way round: WebAssembly is little-endian, SHA-256 is not. */
const swapped = (word: string): string =>
  op(
    'or',
    op('and', op('rotl', word, constant(8)), constant('0x00ff00ff')),
    op('and', op('rotr', word, constant(8)), constant('0xff00ff00')),
  );

const letters = 'abcdefgh';

/** FIPS 180-4, 6.2.2, unrolled: step 1 of a round renames the variables, so that none is moved. */
const round = (i: number): string => {
  /** The variable that is the k-th of a to h in this round. */
  const name = (k: number): string => letters.charAt((k - (i % 8) + 8) % 8);
  const [a, b, c] = [get(name(0)), get(name(1)), get(name(2))];
  const [d, e, f, g, h] = [get(name(3)), get(name(4)), get(name(5)), get(name(6)), get(name(7))];
  const choose = xor(op('and', e, f), op('and', xor(e, constant(-1)), g));
  const majority = xor(op('and', a, b), op('and', a, c), op('and', b, c));
  return [
    set(
      't',
      sum(h, xor(rotate(e, 6), rotate(e, 11), rotate(e, 25)), choose, constant(constants[i] ?? 0), load(at.schedule + 4 * i)),
    ),
    set(name(3), sum(d, get('t'))),
    set(name(7), sum(get('t'), xor(rotate(a, 2), rotate(a, 13), rotate(a, 22)), majority)),
  ].join('\n');
};

const expand = (i: number): string => {
  const word = (back: number): string => load(at.schedule + 4 * (i - back));
  const [x, y] = [get('x'), get('y')];
  return [
    set('x', word(15)),
    set('y', word(2)),
    store(
      at.schedule + 4 * i,
      sum(word(16), xor(rotate(x, 7), rotate(x, 18), shift(x, 3)), word(7), xor(rotate(y, 17), rotate(y, 19), shift(y, 10))),
    ),
  ].join('\n');
};

const each = (count: number, make: (i: number) => string): string => Array.from({ length: count }, (_, i) => make(i)).join('\n');

const text = `(module
  (memory (export "memory") 1)
  (func $compress (param $block i32)
    (local $t i32) (local $x i32) (local $y i32)
    ${Array.from(letters, (letter) => `(local $${letter} i32)`).join(' ')}
    ${each(16, (i) => `${set('x', `(i32.load offset=${String(4 * i)} ${get('block')})`)}\n${store(at.schedule + 4 * i, swapped(get('x')))}`)}
    ${each(48, (i) => expand(i + 16))}
    ${each(8, (i) => set(letters.charAt(i), load(at.state + 4 * i)))}
    ${each(64, round)}
    ${each(8, (i) => store(at.state + 4 * i, sum(load(at.state + 4 * i), get(letters.charAt(i)))))})

  (func $copy_state (param $from i32) (param $to i32)
    ${each(4, (i) => `(i64.store offset=${String(8 * i)} ${get('to')} (i64.load offset=${String(8 * i)} ${get('from')}))`)})

  (func $write_state (param $to i32) (local $x i32)
    ${each(8, (i) => `${set('x', load(at.state + 4 * i))}\n(i32.store offset=${String(4 * i)} ${get('to')} ${swapped(get('x'))})`)})

  (; Behind the message of that length, which one block goes before: the padding of FIPS 180-4, 5.1.1. Compresses all. ;)
  (func $finish (param $length i32) (local $end i32) (local $at i32) (local $bits i32)
    ${set('bits', op('shl', sum(get('length'), constant(64)), constant(3)))}
    ${set('end', op('and', sum(get('length'), constant(9 + 63)), constant(-64)))}
    (memory.fill ${sum(get('length'), constant(at.message))} ${constant(0)} ${op('sub', get('end'), get('length'))})
    (i32.store8 offset=${String(at.message)} ${get('length')} ${constant(0x80)})
    (i32.store offset=${String(at.message - 4)} ${get('end')} ${swapped('(local.get $bits)')})
    ${set('at', constant(0))}
    (loop $blocks
      (call $compress ${sum(get('at'), constant(at.message))})
      ${set('at', sum(get('at'), constant(64)))}
      (br_if $blocks ${op('lt_u', get('at'), get('end'))})))

  (; The state after the block at the message's place, for the inner (0) or the outer (32) pad. ;)
  (func (export "pad") (param $slot i32)
    ${each(8, (i) => store(at.state + 4 * i, constant(initial[i] ?? 0)))}
    (call $compress ${constant(at.message)})
    (call $copy_state ${constant(at.state)} ${sum(get('slot'), constant(at.padStates))}))

  (; HMAC of the message of that length under the pads that are loaded. ;)
  (func (export "hmac") (param $length i32)
    (call $copy_state ${constant(at.padStates)} ${constant(at.state)})
    (call $finish ${get('length')})
    (call $write_state ${constant(at.message)})
    (call $copy_state ${constant(at.padStates + 32)} ${constant(at.state)})
    (call $finish ${constant(32)})
    (call $write_state ${constant(at.digest)}))

  ${lanesText(constants)})`;

/** src/masking/kernel/hmac-wasm.ts as it should be. */
export const kernelSource = async (): Promise<string> => {
  const tools = await wabt();
  const module = tools.parseWat('hmac.wat', text, { bulk_memory: true, simd: true });
  module.validate();
  const { buffer } = module.toBinary({});
  module.destroy();
  return [
    '/** HMAC-SHA256 as WebAssembly, in base64. Built by `npm run kernel` from scripts/build-kernel.ts. */',
    '// oxfmt-ignore',
    `export const hmacWasm = '${Buffer.from(buffer).toString('base64')}';`,
    '',
  ].join('\n');
};

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const source = await kernelSource();
  if (!process.argv.includes('--check')) writeFileSync(target, source);
  else if (source !== readFileSync(target, 'utf8')) {
    console.error('src/masking/kernel/hmac-wasm.ts is not up to date: run npm run kernel');
    process.exitCode = 1;
  }
}
