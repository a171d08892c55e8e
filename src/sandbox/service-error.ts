// What the control plane refuses, as data. Texts marked "published" were seen from the service itself, "sibling" from
// the REST control plane or another operation of the same front end; texts marked "ours" are nowhere published.

/** A refusal the service is known to answer with: `type` is the exception name, `status` the HTTP status code. */
export class ServiceError extends Error {
  readonly type: string;
  readonly status: number;
  constructor(type: string, status: number, message: string) {
    super(message);
    this.type = type;
    this.status = status;
  }
}

/** 400: one of the parameters is invalid. */
export const badRequest = (message: string) => new ServiceError('BadRequestException', 400, message);

/** 404: the resource does not exist. `resourceType` is modelled but absent from every published body. */
export const notFound = (message: string) => new ServiceError('NotFoundException', 404, message);

/** 409: the resource already exists, or is in use. */
export const conflict = (message: string) => new ServiceError('ConflictException', 409, message);

/** 400: the body is not JSON, or a member has the wrong JSON type. */
export const serialization = (message: string) => new ServiceError('SerializationException', 400, message);

/** 403: what the front end answers to a path or method it does not know. Published, AWS-wide. */
export const unknownOperation = () =>
  new ServiceError('MissingAuthenticationTokenException', 403, 'Missing Authentication Token');

/** 413: neither the limit nor the text is published; type and text are ours. */
export const requestTooLarge = () => new ServiceError('RequestTooLargeException', 413, 'Request is too large');

/** 500: a defect of the sandbox; the type is the AWS-wide one, the text is ours. */
export const internalFailure = () => new ServiceError('InternalFailure', 500, 'The sandbox failed to answer');
