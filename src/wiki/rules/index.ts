import { compareText } from '../text/order.ts';
import { ambiguousLink } from './ambiguous-link.ts';
import { badFileName } from './bad-file-name.ts';
import { broaderCycle } from './broader-cycle.ts';
import { chaptersOutOfOrder } from './chapters-out-of-order.ts';
import { claimsWithoutEpisode } from './claims-without-episode.ts';
import type { Rule } from './define-rule.ts';
import { duplicateAlias } from './duplicate-alias.ts';
import { duplicateId } from './duplicate-id.ts';
import { duplicateTitle } from './duplicate-title.ts';
import { emptyLink } from './empty-link.ts';
import { misplacedFile } from './misplaced-file.ts';
import { missingKey } from './missing-key.ts';
import { optionWithoutClaims } from './option-without-claims.ts';
import { rawHtml } from './raw-html.ts';
import { remoteImage } from './remote-image.ts';
import { reversedRange } from './reversed-range.ts';
import { speakerNotInEpisode } from './speaker-not-in-episode.ts';
import { tooDeep } from './too-deep.ts';
import { uncitedStatement } from './uncited-statement.ts';
import { unclearMedium } from './unclear-medium.ts';
import { unknownEmbed } from './unknown-embed.ts';
import { unknownHeading } from './unknown-heading.ts';
import { unknownKey } from './unknown-key.ts';
import { unknownLink } from './unknown-link.ts';
import { unlinkedPage } from './unlinked-page.ts';
import { unreadableFrontMatter } from './unreadable-front-matter.ts';
import { unreadableMdx } from './unreadable-mdx.ts';
import { unreadableYaml } from './unreadable-yaml.ts';
import { unsafeUrl } from './unsafe-url.ts';
import { wrongKindLink } from './wrong-kind-link.ts';
import { wrongValue } from './wrong-value.ts';

/** Every rule, by code. A rule is one file plus one word here. */
export const rules: readonly Rule[] = [
  ambiguousLink,
  badFileName,
  broaderCycle,
  chaptersOutOfOrder,
  claimsWithoutEpisode,
  duplicateAlias,
  duplicateId,
  duplicateTitle,
  emptyLink,
  misplacedFile,
  missingKey,
  optionWithoutClaims,
  rawHtml,
  remoteImage,
  reversedRange,
  speakerNotInEpisode,
  tooDeep,
  uncitedStatement,
  unclearMedium,
  unknownEmbed,
  unknownHeading,
  unknownKey,
  unknownLink,
  unlinkedPage,
  unreadableFrontMatter,
  unreadableMdx,
  unreadableYaml,
  unsafeUrl,
  wrongKindLink,
  wrongValue,
].sort((left, right) => compareText(left.code, right.code));

export function findRule(code: string): Rule | undefined {
  return rules.find((rule) => rule.code === code);
}
