/** What the service answers instead of a result: exception name, HTTP status code, message. */
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

/** 404: no such resource. `resourceType` is modelled, and absent from every published body. */
export const notFound = (message: string) => new ServiceError('NotFoundException', 404, message);

/** 409: the resource already exists, or is in use. */
export const conflict = (message: string) => new ServiceError('ConflictException', 409, message);
