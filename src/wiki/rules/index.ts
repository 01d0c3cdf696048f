import { compareText } from '../text/order.ts';
import { ambiguousLink } from './ambiguous-link.ts';
import { backwardTimes } from './backward-times.ts';
import { badFileName } from './bad-file-name.ts';
import { broaderCycle } from './broader-cycle.ts';
import { brokenAddress } from './broken-address.ts';
import { chaptersOutOfOrder } from './chapters-out-of-order.ts';
import { claimsWithoutEpisode } from './claims-without-episode.ts';
import { contradictoryStances } from './contradictory-stances.ts';
import { crowdedWords } from './crowded-words.ts';
import type { Rule } from './define-rule.ts';
import { driftedClaim } from './drifted-claim.ts';
import { duplicateAlias } from './duplicate-alias.ts';
import { duplicateId } from './duplicate-id.ts';
import { duplicateOption } from './duplicate-option.ts';
import { duplicateTitle } from './duplicate-title.ts';
import { duplicateTranscript } from './duplicate-transcript.ts';
import { emptyLink } from './empty-link.ts';
import { lostCharacter } from './lost-character.ts';
import { mapLock } from './map-lock.ts';
import { mdxSwitchedOff } from './mdx-switched-off.ts';
import { misplacedFile } from './misplaced-file.ts';
import { missingKey } from './missing-key.ts';
import { missingMedium } from './missing-medium.ts';
import { nearDuplicateClaim } from './near-duplicate-claim.ts';
import { optionWithoutClaims } from './option-without-claims.ts';
import { proposedCitation } from './proposed-citation.ts';
import { quoteNotVerbatim } from './quote-not-verbatim.ts';
import { rawHtml } from './raw-html.ts';
import { remoteImage } from './remote-image.ts';
import { reversedRange } from './reversed-range.ts';
import { secondNotInTranscript } from './second-not-in-transcript.ts';
import { sharedMedium } from './shared-medium.ts';
import { silentGap } from './silent-gap.ts';
import { speakerNotInEpisode } from './speaker-not-in-episode.ts';
import { strayTranscript } from './stray-transcript.ts';
import { supersededSupport } from './superseded-support.ts';
import { tooDeep } from './too-deep.ts';
import { tooManySigns } from './too-many-signs.ts';
import { uncitedStatement } from './uncited-statement.ts';
import { unclearMedium } from './unclear-medium.ts';
import { undatedEpisode } from './undated-episode.ts';
import { unknownAddress } from './unknown-address.ts';
import { unknownEmbed } from './unknown-embed.ts';
import { unknownHeading } from './unknown-heading.ts';
import { unknownKey } from './unknown-key.ts';
import { unknownLink } from './unknown-link.ts';
import { unknownPlace } from './unknown-place.ts';
import { unknownSpeaker } from './unknown-speaker.ts';
import { unlinkedPage } from './unlinked-page.ts';
import { unreadableFrontMatter } from './unreadable-front-matter.ts';
import { unreadableMdx } from './unreadable-mdx.ts';
import { unreadableTranscript } from './unreadable-transcript.ts';
import { unreadableYaml } from './unreadable-yaml.ts';
import { unsafeUrl } from './unsafe-url.ts';
import { unverifiedClaims } from './unverified-claims.ts';
import { weakSupport } from './weak-support.ts';
import { wrongKindLink } from './wrong-kind-link.ts';
import { wrongSpeaker } from './wrong-speaker.ts';
import { wrongValue } from './wrong-value.ts';

/** Every rule, by code. A rule is one file plus one word here. */
export const rules: readonly Rule[] = [
  ambiguousLink,
  backwardTimes,
  badFileName,
  broaderCycle,
  brokenAddress,
  mapLock,
  chaptersOutOfOrder,
  claimsWithoutEpisode,
  contradictoryStances,
  crowdedWords,
  driftedClaim,
  duplicateAlias,
  duplicateId,
  duplicateOption,
  duplicateTitle,
  duplicateTranscript,
  emptyLink,
  lostCharacter,
  mdxSwitchedOff,
  misplacedFile,
  missingKey,
  missingMedium,
  nearDuplicateClaim,
  optionWithoutClaims,
  proposedCitation,
  quoteNotVerbatim,
  rawHtml,
  remoteImage,
  reversedRange,
  secondNotInTranscript,
  sharedMedium,
  silentGap,
  speakerNotInEpisode,
  strayTranscript,
  supersededSupport,
  tooDeep,
  tooManySigns,
  uncitedStatement,
  unclearMedium,
  undatedEpisode,
  unknownAddress,
  unknownEmbed,
  unknownHeading,
  unknownKey,
  unknownLink,
  unknownPlace,
  unknownSpeaker,
  unlinkedPage,
  unreadableFrontMatter,
  unreadableMdx,
  unreadableTranscript,
  unreadableYaml,
  unsafeUrl,
  unverifiedClaims,
  weakSupport,
  wrongKindLink,
  wrongSpeaker,
  wrongValue,
].sort((left, right) => compareText(left.code, right.code));

export function findRule(code: string): Rule | undefined {
  return rules.find((rule) => rule.code === code);
}
