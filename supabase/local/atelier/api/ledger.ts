import type { Prediction } from "../queue/prediction.ts";

/** One request to create a prediction, as the provider saw it. */
interface CreateCall {
  at: string;
  model: string | null;
  webhook: string | null;
  inputHash: string | null;
  /** HTTP status answered; 0 when the connection was cut instead. */
  status: number;
  prediction: string | null;
}

export interface LedgerReport {
  /** Predictions created: what Replicate would have billed. */
  created: number;
  byInput: Record<string, number>;
  byWebhook: Record<string, number>;
  byStatus: Record<string, number>;
  calls: CreateCall[];
}

export interface Ledger {
  note(call: Omit<CreateCall, "at">): void;
  report(predictions: Iterable<Prediction>): LedgerReport;
  /** Starts to count anew: predictions up to this sequence number are left out from now on. */
  clear(lastSequence: number): void;
}

const keptCalls = 20_000;

function count(counts: Record<string, number>, key: string): void {
  counts[key] = (counts[key] ?? 0) + 1;
}

/** Counts what would have been paid for, so that tests can show that nothing was paid twice. */
export function createLedger(now: () => number = Date.now): Ledger {
  let calls: CreateCall[] = [];
  let countedFrom = 0;
  return {
    note(call) {
      calls.push({ at: new Date(now()).toISOString(), ...call });
      if (calls.length > keptCalls) calls = calls.slice(-keptCalls);
    },
    report(predictions) {
      const report: LedgerReport = { created: 0, byInput: {}, byWebhook: {}, byStatus: {}, calls };
      for (const prediction of predictions) {
        if (prediction.sequence <= countedFrom) continue;
        report.created += 1;
        count(report.byInput, prediction.inputHash);
        count(report.byStatus, prediction.status);
        if (prediction.webhook) count(report.byWebhook, prediction.webhook);
      }
      return report;
    },
    clear(lastSequence) {
      calls = [];
      countedFrom = lastSequence;
    },
  };
}
