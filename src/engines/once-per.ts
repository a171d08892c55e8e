/**
 * Remembers what was made of an object, as long as the object lives: several ask for the same. `rest` is what is needed to
 * make it, and does not tell one result from another; what throws is not remembered.
 */
export function oncePer<Key extends object, Made, Rest extends readonly unknown[] = []>(
  make: (key: Key, ...rest: Rest) => Made,
): (key: Key, ...rest: Rest) => Made {
  const made = new WeakMap<Key, { readonly value: Made }>();
  return (key, ...rest) => {
    const known = made.get(key);
    if (known) return known.value;
    const value = make(key, ...rest);
    made.set(key, { value });
    return value;
  };
}
