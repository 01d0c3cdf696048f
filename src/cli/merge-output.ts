import { count } from '../wiki/text/plain.ts';
import { mergeOutput, ShardError } from '../workspace/shards.ts';
import { defineCommand, UsageError } from './define-command.ts';

export const mergeOutputCommand = defineCommand({
  name: 'merge-output',
  summary: 'Puts the parts of a sharded build together.',
  arguments: 'DIR…',
  options: { out: { type: 'string', value: 'DIR', help: 'Where the finished site goes', default: 'dist' } },
  details: `\`build --shard 1/4\` to \`build --shard 4/4\` make the parts, on as many machines as there are.
The site is the same, byte for byte, as one machine would have built, and replaces the old one in one step.`,
  async run({ options, positionals }) {
    try {
      const { files } = await mergeOutput(positionals, String(options.out));
      console.log(`${count(files, 'file')} in ${options.out}`);
      return 0;
    } catch (problem) {
      if (problem instanceof ShardError) throw new UsageError(problem.message);
      throw problem;
    }
  },
});
