/** Version of the validation service, answered by `GET /version/` and `/health`. */
export const VALIDATION_VERSION = "0.1.0";
