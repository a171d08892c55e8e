// A request that gets an error of JSON-RPC. Not the SDK's class: its module brings all schemas of the protocol along.

export const INVALID_PARAMS = -32602;
export const RESOURCE_NOT_FOUND = -32002;

export class BadRequest extends Error {
  /** Becomes the code of the JSON-RPC error. */
  readonly code: number;

  constructor(code: number, message: string) {
    super(message);
    this.code = code;
  }
}
