import type { Fetch } from "@threegen/service";
import type { ValidationRequest, ValidationResponse } from "@threegen/validation/contract";

/** What a fake endpoint does with one asset. */
export type Scoring = (
  request: ValidationRequest,
) => Promise<Partial<ValidationResponse>> | Partial<ValidationResponse>;

/** A validation endpoint that answers what a test wants; speaks the real contract. */
export class FakeValidation {
  /** Bodies that arrived. */
  readonly requests: ValidationRequest[] = [];
  /** How the next assets are scored; throw to fail as an endpoint that is away. */
  scoring: Scoring = () => ({ score: 0.9 });

  /** Stands in for `fetch`. */
  readonly fetch: Fetch = async (_input, init) => {
    const request = JSON.parse(String(init?.body)) as ValidationRequest;
    this.requests.push(request);
    return Response.json(await this.scoring(request));
  };
}
