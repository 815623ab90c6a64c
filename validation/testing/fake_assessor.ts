import type { Assessment, AssessmentRequest, Assessor, PackedAsset } from "../assessor.ts";

/** An assessor that answers what a test says and remembers what it was asked. */
export class FakeAssessor implements Assessor {
  readonly scorer = { name: "fake", version: "1", dev: true };
  readonly requests: AssessmentRequest[] = [];
  readonly duelAssets: PackedAsset[] = [];
  readonly signals: (AbortSignal | undefined)[] = [];
  /** What to answer; may throw. */
  answer: () => Assessment | Promise<Assessment> = () => this.assessment(0.8);

  /** Returns an assessment with a score and nothing special. */
  assessment(score: number): Assessment {
    return {
      score,
      iqa: 0.9,
      alignment_score: 0.8,
      ssim: 0.95,
      lpips: 0.9,
      preview: null,
      grid_preview: null,
      scorer: this.scorer,
      gaussians: 7000,
      asset_error: null,
    };
  }

  async assess(request: AssessmentRequest, signal?: AbortSignal): Promise<Assessment> {
    this.requests.push(request);
    this.signals.push(signal);
    return await this.answer();
  }

  async renderDuelView(asset: PackedAsset): Promise<Uint8Array<ArrayBuffer>> {
    this.duelAssets.push(asset);
    await this.answer();
    return Uint8Array.of(0x89, 0x50);
  }

  async [Symbol.asyncDispose](): Promise<void> {}
}
