/** Remembers what was made of a text for the `max` texts that were asked for last: the same ones come again and again. */
export function recently<Made>(max: number, make: (text: string) => Made): (text: string) => Made {
  const made = new Map<string, { readonly value: Made }>();
  return (text) => {
    const known = made.get(text) ?? { value: make(text) };
    made.delete(text);
    made.set(text, known);
    const [oldest] = made.keys();
    if (made.size > max && oldest !== undefined) made.delete(oldest);
    return known.value;
  };
}
