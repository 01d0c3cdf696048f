import type { PublishedEpisode } from '../exports/passages.ts';
import type { NameManifest } from '../wiki/views/contracts/name-index.ts';

/** Name of the plan in the folder that the indexing process reads; records lie beside it, `pages-records.txt` and `claims-records.txt`. */
export const PLAN_FILE = 'plan.json';

/** How the indexing process ends when what was kept is not what the plan tells the changes of. */
export const STALE = 75;

/** What the indexing process is told. */
export interface SearchPlan {
  language: string;
  /** What this state of the content is called. */
  state?: string;
  /** The state in which all records were what they are, but those that are written down. */
  since?: string;
  pages: PlannedRecords;
  claims: PlannedRecords;
  passages: {
    /** Where transcripts lie. */
    folder: string;
    episodes: PublishedEpisode[];
  };
  /** What browsers load first; without what only the indexing process knows. */
  manifest: NameManifest;
}

export interface PlannedRecords {
  /** Every page or claim, in order: records are numbered by it. */
  ids: string[];
  /** Those whose records are written down, line by line; all of them, where it is left out. */
  written?: number[];
}
