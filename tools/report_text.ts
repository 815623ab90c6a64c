import type { CloudReport, Histogram, Spread } from "@threegen/splats";

/** Writes what a cloud is made of as a person reads it: a table and histograms. */
export function reportText(title: string, report: CloudReport): string {
  const { bounds } = report;
  const rows: [string, string][] = [
    ["Gaussians", String(report.count)],
    ["harmonics degree", String(report.shDegree)],
    ["up", report.up],
    ["least corner", bounds ? bounds.min.map(short).join("  ") : "none"],
    ["greatest corner", bounds ? bounds.max.map(short).join("  ") : "none"],
    ["extent", short(report.extent)],
    ["size (one sigma)", spread(report.scale)],
    ["longest / shortest", spread(report.anisotropy)],
    ["opacity", spread(report.opacity)],
    ["mean colour", report.meanColor.map(short).join("  ")],
  ];
  const width = Math.max(...rows.map(([name]) => name.length));
  return [
    title,
    ...rows.map(([name, value]) => `  ${name.padEnd(width)}  ${value}`),
    "Gaussians by size (longest sigma as a share of the extent)",
    ...bars(report.sizeHistogram),
    "Gaussians by opacity",
    ...bars(report.opacityHistogram),
    ...(report.warnings.length > 0
      ? ["Warnings", ...report.warnings.map((warning) => `  ${warning}`)]
      : ["Nothing looks wrong."]),
  ].join("\n");
}

/** Writes the same for programs, on one line; what there is not, or is not finite, is null. */
export function reportJson(
  file: { readonly path: string; readonly format: string; readonly bytes: number },
  report: CloudReport,
): string {
  return JSON.stringify({ ...file, ...report }, (_name, value) => value ?? null);
}

function bars({ edges, counts }: Histogram): string[] {
  const most = Math.max(1, ...counts);
  return counts.map((count, bin) => {
    const range = `${String(edges[bin]).padStart(5)} to ${String(edges[bin + 1]).padEnd(5)}`;
    return `  ${range}  ${"#".repeat(Math.round(count / most * 40)).padEnd(40)}  ${count}`;
  });
}

function spread({ min, p05, median, p95, max }: Spread): string {
  return `${short(median)} (5 to 95 %: ${short(p05)} to ${short(p95)}; all: ${short(min)} to ${
    short(max)
  })`;
}

/** Four digits that matter. */
function short(value: number): string {
  return String(Number(value.toPrecision(4)));
}
