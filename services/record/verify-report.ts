// What the verification found, in plain words for operators. No names and no texts: only streams, numbers and hashes.
import type { Anchor, RecordReport, StreamReport } from './verify';

/** The lines to print. */
export function reportLines(report: RecordReport): readonly string[] {
  const faults = report.streams.filter((stream) => stream.fault !== null).length;
  return [
    ...report.streams.map(streamLine),
    ...(report.anchor === null ? [] : [anchorLine(report.anchor)]),
    report.streams.length === 0 ? 'There are no commits: nothing has been recorded here.' : totalLine(report, faults),
  ];
}

function streamLine({ streamId, commits, head, fault, texts, results }: StreamReport): string {
  if (fault !== null) return `FAULT  ${streamId}: commit ${fault.seq}: ${fault.problem}.`;
  const erased = texts.erased === 0 ? '' : `, ${texts.erased} erased`;
  const withTexts = texts.present + texts.erased === 0 ? '' : `, ${texts.present} texts${erased}`;
  return `ok     ${streamId}: ${commits} commits${withTexts}${resultsOf(results)}, head ${head.hash}`;
}

function resultsOf(results: StreamReport['results']): string {
  if (results === null || results.same + results.otherVersion === 0) return '';
  const other = results.otherVersion === 0 ? '' : `, ${results.otherVersion} counted by another release`;
  return `, ${results.same} results counted anew and the same${other}`;
}

function anchorLine(anchor: Anchor): string {
  if (anchor.kind === 'unknown') {
    return 'FAULT  No commit has the hash you asked for: commits are missing, or it is from another database.';
  }
  const where = `commit ${anchor.seq} of ${anchor.streamId}`;
  return anchor.kind === 'head'
    ? `ok     The hash is the head: ${where}.`
    : `ok     The hash stands in the chain: ${where}.`;
}

function totalLine(report: RecordReport, faults: number): string {
  const commits = report.streams.reduce((sum, stream) => sum + stream.commits, 0);
  const streams = report.streams.length === 1 ? '1 stream' : `${report.streams.length} streams`;
  if (faults === 0) return `The record is sound: ${commits} commits in ${streams}.`;
  return `The record is damaged: ${faults} of ${streams}, ${commits} commits. Restore from a backup.`;
}
