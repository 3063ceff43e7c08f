// CRC-32 as zlib and gzip have it: the runtime's own, and where that is too old (before Node.js 20.15), by a table.
import * as zlib from 'node:zlib';

/** Of the bytes, or of the text as UTF-8; going on from the value of what came before. */
export type Crc32 = (data: string | Uint8Array, before?: number) => number;

/** The polynomial with its bits reversed: the lowest bit of a byte comes first. */
const polynomial = 0xedb88320;

const table = Uint32Array.from({ length: 256 }, (_, byte) => {
  let rest = byte;
  for (let bit = 0; bit < 8; bit += 1) rest = (rest & 1 ? polynomial : 0) ^ (rest >>> 1);
  return rest;
});

/** The same without the runtime's help, some times slower. */
export const crc32ByTable: Crc32 = (data, before = 0) => {
  const bytes = typeof data === 'string' ? Buffer.from(data) : data;
  let rest = ~before;
  for (const byte of bytes) rest = (table[(rest ^ byte) & 0xff] ?? 0) ^ (rest >>> 8);
  return ~rest >>> 0;
};

const { crc32: native } = zlib as { readonly crc32?: Crc32 };

export const crc32: Crc32 = native ?? crc32ByTable;
