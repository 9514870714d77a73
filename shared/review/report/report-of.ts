/** The review report of a design: all that somebody needs who is to agree to it, in the order in which they ask. */
import { type Estimate, estimateOf } from '../../cost/estimate'
import type { PriceTable } from '../../cost/price-table'
import type { Design } from '../../design/design'
import { sceneOf } from '../../figures/scene'
import { graphOf } from '../../graph/graph'
import type { NestingName } from '../../graph/nestings'
import { conflictProblems } from '../../merge/conflict-problems'
import { shareable } from '../../pictures/carried/shareable'
import { ruleSetVersion } from '../../rules/rule-set'
import { validate, validateOnce } from '../../rules/validate'
import { judge } from '../../rules/waivers'
import { say } from '../../texts/text'
import type { Translate } from '../../texts/translate'
import { meaningHash, standingOf } from '../approvals'
import type { Fact, Report, Section } from './report'
import { approvalSection, threadsTile } from './sections/approval'
import { approvalsSection, HASH_DIGITS } from './sections/approvals'
import { changesSection, changesSince, changesTile } from './sections/changes'
import { costSection, costTile } from './sections/cost'
import { problemsSection, problemsTile } from './sections/problems'
import { summarySection } from './sections/summary'
import { threadsSection } from './sections/threads'
import { waiversSection } from './sections/waivers'
import { type Source, shown } from './source'

export interface ReportCircumstances {
  /** Puts words into the report's language; the same function as before means the same language. */
  readonly words: Translate
  readonly language: string
  /** ISO date: the report is of that day, and waivers are judged on it. */
  readonly today: string
  /** Absent: no estimate. */
  readonly prices?: PriceTable
  /** Which nesting is drawn; absent: clusters with their services. */
  readonly nesting?: NestingName
}

/** The report. The same design and circumstances give the same report. */
export function reportOf(given: Design, circumstances: ReportCircumstances): Report {
  const { words, language, today, prices, nesting = 'logical' } = circumstances
  // Of the design as it was given: that is what was approved.
  const [standing, hash, since] = [standingOf(given), meaningHash(given), changesSince({ design: given })]
  const { design } = shareable(given)
  const source: Source = { design, graph: graphOf(design), words, today }
  const estimate: Estimate | undefined = prices && estimateOf(given, prices)
  const comparison = since.is === 'compared' ? since.comparison : undefined
  // A comparison asks for the same problems, and for those of a design that is much like it.
  const found = comparison ? validate(given) : validateOnce(given)
  const judged = judge([...conflictProblems(given), ...found], given.waivers, today)
  const tiles = [
    problemsTile(source, judged),
    threadsTile(source),
    ...changesTile(source, since),
    ...costTile(source, estimate),
  ]
  return {
    language,
    kicker: words('Design review'),
    title: shown(design.name, words('Untitled')),
    facts: factsOf(source, hash),
    sections: [
      approvalSection(source, { standing, tiles }),
      pictureSection(source, nesting),
      summarySection(source),
      changesSection(source, since),
      problemsSection(source, judged),
      waiversSection(source, judged),
      threadsSection(source),
      approvalsSection(source, standing),
      ...(prices && estimate ? [costSection(source, estimate, comparison, prices)] : []),
    ],
    colophon: [words(say`Made with Fairlead on ${today}. All of it is in the design itself.`)],
    phrases: {
      contents: words('Contents'),
      actualSize: words('Show in actual size'),
      fitToPage: words('Fit to the page'),
      edited: words('edited'),
      noPicture: words('The drawing itself is in the report as HTML or PDF.'),
      page: (page, of) => words(say`page ${page} of ${of}`),
    },
  }
}

function factsOf({ design, words, today }: Source, hash: string): readonly Fact[] {
  const fact = (name: string, text: string | undefined, isCode = false): readonly Fact[] =>
    text ? [{ term: name, lines: [[isCode ? { code: shown(text) } : shown(text)]] }] : []
  return [
    ...fact(words('Date'), today),
    ...fact(words('Region'), design.region),
    ...fact(words('Account'), design.account),
    ...fact(words('Hash of the design'), hash.slice(0, HASH_DIGITS), true),
    ...fact(words('Rule set'), ruleSetVersion(), true),
  ]
}

function pictureSection({ design, words }: Source, nesting: NestingName): Section {
  const scene = sceneOf(design, { nesting, say: words })
  const { items, lines } = scene
  const elements = Object.keys(design.elements).length
  return {
    id: 'picture',
    heading: words('Picture'),
    blocks:
      items.length === 0
        ? [{ block: 'paragraph', line: [words('The design is empty.')] }]
        : [
            {
              block: 'picture',
              scene,
              description: words(say`Elements: ${elements}. Lines: ${lines.length}.`),
            },
          ],
  }
}
