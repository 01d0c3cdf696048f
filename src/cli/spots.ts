import { type MapSpotsView, mapSpotsView, SPOT_LISTS, type Spot } from '../wiki/views/map-spots-view.ts';
import { plainHighlight } from '../wiki/views/plain-highlight.ts';
import { viewContext } from '../wiki/views/view-context.ts';
import { compileWiki } from '../wiki/wiki.ts';
import { readContent } from '../workspace/read-content.ts';
import { contentOption, defineCommand, UsageError } from './define-command.ts';

export const spots = defineCommand({
  name: 'spots',
  summary: 'Lists bridges, contested spots and thin spots of the graph.',
  options: {
    content: contentOption,
    most: { type: 'string', value: 'NUMBER', help: 'Of each list', default: '12' },
    json: { type: 'boolean', help: 'Prints one JSON object instead of text' },
  },
  details: 'For curators: a thin spot is a page to find claims for, a contested one a comparison to write.',
  async run({ options, positionals }) {
    if (positionals.length > 0) throw new UsageError('spots takes no arguments');
    const most = Number(options.most);
    if (!Number.isInteger(most) || most < 1)
      throw new UsageError(`--most should be a whole number, not \`${options.most}\``);
    const wiki = compileWiki(await readContent(String(options.content)));
    const view = mapSpotsView(viewContext(wiki, '/', plainHighlight), most);
    const lists = Object.keys(SPOT_LISTS) as (keyof MapSpotsView)[];
    if (options.json === true) {
      const plain = ({ id, kind, title, why }: Spot) => ({ id, kind, title, why });
      console.log(JSON.stringify(Object.fromEntries(lists.map((list) => [list, view[list].map(plain)])), null, 2));
      return 0;
    }
    const text = lists.map((list) => {
      const lines = view[list].map((spot) => `  ${spot.title}  (${spot.id})\n    ${spot.why}`);
      const { title, about } = SPOT_LISTS[list];
      return [`${title}: ${about}`, ...(lines.length > 0 ? lines : ['  none'])].join('\n');
    });
    console.log(text.join('\n\n'));
    return 0;
  },
});
