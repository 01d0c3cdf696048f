import type { NodeId } from '../../wiki/corpus/node.ts';
import type { KeptRankings } from '../../wiki/graph/measures/kept-rankings.ts';
import { decodeRankings, encodeRankings } from '../../wiki/graph/measures/rankings-bytes.ts';
import type { AskedRankings } from '../../wiki/graph/measures/related.ts';
import { changedRankingsOf } from '../../wiki/views/changed-ranks.ts';
import { Reads } from '../../wiki/views/reads.ts';
import { keptRankingsOf } from '../../wiki/views/related-measure.ts';
import type { SearchOptions } from '../build-search.ts';
import type { LoadedSite } from '../load-site.ts';
import type { PageOutput } from '../page-output.ts';
import type { PlannedPage } from '../templates/plan-pages.ts';
import { type CellDigests, cellDigests } from './cell-digests.ts';
import { GatheredCells } from './gathered-cells.ts';
import { type KeptPage, type KeptPages, readKeptPages, writeKeptPages } from './kept-pages.ts';
import { OldSite } from './old-site.ts';
import { changedNodes, presentDigests, stalePages } from './stale-pages.ts';
import { removeWithFolders } from './take-over.ts';

/** Pages that somebody made, and the cells they were made from. */
export type MadePages = Pick<KeptPages, 'cells' | 'pages'>;

/** What a build knows of the site that is there, and what it notes for the next. */
export class Rebuild {
  readonly reads = new Reads();
  readonly #out: string;
  readonly #key: string;
  readonly #old: OldSite | undefined;
  #site!: LoadedSite;
  #now!: CellDigests;
  /** Pages of the archive that are not written as they were; all of them where nothing was kept. */
  #changed: ReadonlySet<NodeId> | undefined;
  /** Files of the old site that the new one does not have. */
  #gone: string[] = [];
  #made: KeptPages | undefined;

  private constructor(out: string, key: string, old: OldSite | undefined) {
    this.#out = out;
    this.#key = key;
    this.#old = old;
  }

  /** Begins to take over into `staging` what was published, where it was kept by the code that `key` stands for, and is wanted. */
  static async open(out: string, key: string, staging: string, isClean = false): Promise<Rebuild> {
    const kept = isClean ? undefined : await readKeptPages(out, key);
    return new Rebuild(out, key, kept && new OldSite(kept, staging, out));
  }

  /** Whether there is a site that pages may be taken over from. */
  get hasOld(): boolean {
    return this.#old !== undefined;
  }

  /** What was kept about what is related. */
  get rankings(): KeptRankings | undefined {
    return this.#old && decodeRankings(this.#old.kept.rankings);
  }

  /** The content is compiled, with `reads` and `rankings` in its context. */
  begin(site: LoadedSite): void {
    this.#site = site;
    this.#now = cellDigests(site.context, site.files);
    site.context.shape = this.#now.shape;
    const old = this.#old?.kept;
    if (!old) return;
    const ids = site.pages.map(({ id }) => id);
    const changed = changedNodes(old, ids, this.#now);
    this.#changed = changed;
    site.context.isAsKept = (id) => !changed.has(id);
  }

  /** What search may know of this content and of what changed in it. */
  get searched(): Pick<SearchOptions, 'state' | 'changed'> {
    const since = this.#old?.kept.state;
    return {
      state: this.#state,
      changed: since !== undefined && this.#changed ? { since, nodes: this.#changed } : undefined,
    };
  }

  get #state(): string {
    const content = ['all', 'settings'].map((space) => this.#now.of({ space, key: '' }));
    return [this.#key, ...content].join(' ');
  }

  /** Pages that would be made as they were, by file. */
  unchanged(planned: readonly PlannedPage[]): Map<string, KeptPage> {
    if (!this.#old) return new Map();
    const moved = changedRankingsOf(this.#site.context);
    const isStale = stalePages(this.#old.kept, this.#now, (id) => moved === 'all' || moved.has(id as NodeId));
    const props = new Map(planned.map((page) => [page.file, page.props]));
    const unchanged = new Map<string, KeptPage>();
    this.#gone = [];
    for (const page of this.#old.kept.pages) {
      const now = props.get(page.file);
      if (now === page.props && !isStale(page)) unchanged.set(page.file, page);
      else if (now === undefined) this.#gone.push(page.file);
    }
    return unchanged;
  }

  /** Leaves in `unchanged` those of which the file is in the output. Files of pages that are no more are removed; those of all others will be replaced. */
  async takeOver(unchanged: Map<string, KeptPage>, output: PageOutput): Promise<void> {
    for (const { file } of (await this.#old?.lost()) ?? []) unchanged.delete(file);
    for (const { stamp } of unchanged.values()) output.count(1, stamp[1]);
    for (const file of this.#gone) removeWithFolders(output.folder, file);
  }

  /** Notes what the new site is made of: pages taken over, made here, and made by `others`, who asked about rankings too. */
  gather(
    taken: Iterable<KeptPage>,
    made: readonly KeptPage[],
    others: readonly (MadePages & { asked: AskedRankings })[],
  ): void {
    const old = this.#old?.kept;
    const stay = [...taken];
    // Where most pages stay, cells keep their numbers: so do those that nobody asks for any more.
    const basis = old && stay.length > old.pages.length / 2 ? old : undefined;
    const gathered = new GatheredCells(basis?.cells);
    const parts: MadePages[] = [
      { cells: old?.cells ?? [], pages: basis ? [] : stay },
      { cells: this.reads.cells, pages: made },
      ...others,
    ];
    const renumbered = parts.flatMap((part) => {
      const listOf = gathered.from(part.cells);
      return part.pages.map((page) => ({ ...page, reads: listOf(page.reads) }));
    });
    const { cells } = gathered;
    const known = basis?.cells.length ?? 0;
    const presentOf = basis && presentDigests(basis, this.#now);
    const asked = others.map((other) => other.asked);
    this.#made = {
      cells,
      digests: cells.map((cell, number) =>
        cell.from ? '' : presentOf && number < known ? presentOf(number) : this.#now.of(cell),
      ),
      pages: basis ? [...stay, ...renumbered] : renumbered,
      shape: this.#now.shape,
      state: this.#state,
      rankings: encodeRankings(keptRankingsOf(this.#site.context, asked)),
    };
  }

  /** The site is published: keeps what was noted for the next build. */
  async keep(): Promise<void> {
    if (this.#made) await writeKeptPages(this.#out, this.#key, this.#made);
  }

  /** Resolves when nothing is taken over any more, whatever came of it. */
  async abandon(): Promise<void> {
    await this.#old?.abandon();
  }
}
