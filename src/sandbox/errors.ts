/** Refusals in the API's own shape. */

/** A refusal with its status; the server turns it into `{error: {message, type, param, code}}`. */
export class ApiError extends Error {
  override name = 'ApiError';
  readonly status: number;
  readonly param: string | null;
  readonly code: string | null;
  constructor(status: number, message: string, param: string | null = null, code: string | null = null) {
    super(message);
    this.status = status;
    this.param = param;
    this.code = code;
  }

  get body() {
    return {
      error: {
        message: this.message,
        type: this.status >= 500 ? 'server_error' : 'invalid_request_error',
        param: this.param,
        code: this.code,
      },
    };
  }
}

export const badRequest = (message: string, param: string | null = null, code: string | null = null) =>
  new ApiError(400, message, param, code);
export const notFound = (kind: string, id: string) => new ApiError(404, `No such ${kind}: ${id}`, 'id', null);
