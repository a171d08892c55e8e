// `hashCode()` of the values a template can hold, and the order in which Java's `HashMap` therefore keeps its keys.

import type { Budget } from '../budget.ts';
import { Character } from './character.ts';
import { bitsOf } from './double-bits.ts';
import { MapEntry } from './map-entry.ts';
import { MapView } from './map-view.ts';
import { BigDecimal, Double, JavaList, JavaMap, type JavaObject, Long, type Value } from './value.ts';

/** `value.hashCode()`; 0 for null. Objects that Java tells apart by identity have none that could be known. */
export function hashCode(value: Value, budget: Budget): number {
  budget.step();
  if (typeof value === 'string') {
    budget.work(value.length);
    return hashOfString(value);
  }
  if (typeof value === 'number') return value;
  if (typeof value === 'boolean') return value ? 1231 : 1237;
  if (typeof value === 'bigint') return hashOfBigInteger(value);
  if (value === null) return 0;
  if (value instanceof Long) return hashOfLong(value.value);
  if (value instanceof Double) return hashOfLong(bitsOf(value.value));
  if (value instanceof BigDecimal) return hashOfBigDecimal(value);
  if (value instanceof JavaList) return hashOfList(value.items, budget);
  if (value instanceof JavaMap) return sum(new MapView(value, 'entries').items(), budget);
  return hashOfObject(value, budget);
}

/** `String.hashCode()`. */
export function hashOfString(text: string): number {
  let hash = 0;
  for (let index = 0; index < text.length; index++) hash = (Math.imul(hash, 31) + text.charCodeAt(index)) | 0;
  return hash;
}

function hashOfLong(value: bigint): number {
  return Number(BigInt.asIntN(32, value ^ (BigInt.asUintN(64, value) >> 32n)));
}

function hashOfBigInteger(value: bigint): number {
  let hash = 0;
  const words: number[] = [];
  for (let rest = value < 0n ? -value : value; rest > 0n; rest >>= 32n) words.push(Number(BigInt.asIntN(32, rest)));
  for (const word of words.reverse()) hash = (Math.imul(31, hash) + word) | 0;
  return value < 0n ? -hash | 0 : hash;
}

function hashOfBigDecimal({ unscaled, scale }: BigDecimal): number {
  const isLong = BigInt.asIntN(64, unscaled) === unscaled;
  if (!isLong) return (Math.imul(31, hashOfBigInteger(unscaled)) + scale) | 0;
  const magnitude = unscaled < 0n ? -unscaled : unscaled;
  const mixed = (Math.imul(31, Number(BigInt.asIntN(32, magnitude >> 32n))) + Number(BigInt.asIntN(32, magnitude))) | 0;
  return (Math.imul(31, unscaled < 0n ? -mixed : mixed) + scale) | 0;
}

function hashOfList(items: readonly Value[], budget: Budget): number {
  let hash = 1;
  for (const item of items) hash = (Math.imul(31, hash) + hashCode(item, budget)) | 0;
  return hash;
}

function sum(items: readonly Value[], budget: Budget): number {
  return items.reduce<number>((total, item) => (total + hashCode(item, budget)) | 0, 0);
}

function hashOfObject(value: JavaObject, budget: Budget): number {
  if (value instanceof Character) return value.value.charCodeAt(0);
  if (value instanceof MapEntry) return hashCode(value.key, budget) ^ hashCode(value.value, budget);
  return value instanceof MapView && value.part !== 'values' ? sum(value.items(), budget) : 0;
}

/** The keys in the order in which a `java.util.HashMap` filled with them in this order goes through them. */
export function inHashMapOrder<Key>(keys: readonly Key[], hashOf: (key: Key) => number): Key[] {
  let buckets = 16;
  while (keys.length > buckets * 0.75) buckets *= 2;
  const placed = new Array<Key[] | undefined>(buckets);
  for (const key of keys) {
    const hash = hashOf(key);
    const bucket = (hash ^ (hash >>> 16)) & (buckets - 1);
    const others = placed[bucket];
    if (others) others.push(key);
    else placed[bucket] = [key];
  }
  return placed.flatMap((inBucket) => inBucket ?? []);
}
