// The build wraps each schema of the MCP SDK's types.js in this: the SDK declares some 150 of them when it is imported, and a
// session parses with a few dozen.

/** Stands for a schema, and builds it as soon as anything is asked of it. */
export function lazySchema<Schema extends object>(build: () => Schema): Schema {
  let schema: Schema | undefined;
  return new Proxy({} as Schema, {
    get(_, key) {
      schema ??= build();
      const member: unknown = Reflect.get(schema, key);
      return typeof member === 'function' ? member.bind(schema) : member;
    },
  });
}
