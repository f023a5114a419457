import type { Json } from '../openapi/document.ts';

export interface FieldError {
  readonly resource: string;
  readonly field: string;
  readonly code: 'missing' | 'missing_field' | 'invalid' | 'already_exists' | 'unprocessable' | 'custom';
  readonly message?: string;
}

/** What GitHub says when it does not do what was asked. */
export class ApiError extends Error {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly errors: readonly FieldError[] | null;

  constructor(
    status: number,
    message: string,
    details: { headers?: Record<string, string>; errors?: FieldError[] } = {},
  ) {
    super(message);
    this.status = status;
    this.headers = details.headers ?? {};
    this.errors = details.errors ?? null;
  }

  body(documentationUrl: string): Json {
    return {
      message: this.message,
      ...(this.errors === null ? {} : { errors: this.errors.map((error) => ({ ...error })) }),
      documentation_url: documentationUrl,
      status: String(this.status),
    };
  }
}

export function notFound(): ApiError {
  return new ApiError(404, 'Not Found');
}

/** A request that has the right form and asks for what cannot be. */
export function validationFailed(...errors: FieldError[]): ApiError {
  return new ApiError(422, 'Validation Failed', { errors });
}

/** A request that has the wrong form. */
export function invalidRequest(reason: string): ApiError {
  return new ApiError(422, `Invalid request.\n\n${reason}`);
}
