import { pathToFileURL } from 'node:url'
import { rules } from '../../../shared/rules/registry'
import type { Translate } from '../../../shared/texts/translate'
import type { JudgedFile, PlacedProblem, Report } from './report'

const LEVELS = { error: 'error', warning: 'warning', advice: 'note' } as const

/**
 * SARIF 2.1.0, for code scanning. A waiver is a suppression in source.
 * https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html
 */
export const sarifReport: Report = ({ files, version, words }) => {
  const found = new Set(files.flatMap(({ problems }) => problems.map(({ rule }) => rule)))
  const used = rules.filter(({ id }) => found.has(id))
  const driver = {
    name: 'Fairlead',
    semanticVersion: version,
    rules: used.map(({ id, title, why, severity, sources }) => {
      const page = sources.find(({ ref }) => ref.startsWith('https://'))
      return {
        id,
        shortDescription: { text: words(title) },
        fullDescription: { text: words(why) },
        ...(page ? { helpUri: page.ref } : {}),
        defaultConfiguration: { level: LEVELS[severity] },
      }
    }),
  }
  const indexes = new Map(used.map(({ id }, index) => [id, index]))
  const results = files.flatMap((file) =>
    file.problems.map((problem) => result(file, problem, indexes.get(problem.rule) ?? -1, words)),
  )
  const log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [{ tool: { driver }, results }],
  }
  return `${JSON.stringify(log, null, 2)}\n`
}

function result({ file }: JudgedFile, problem: PlacedProblem, ruleIndex: number, words: Translate): object {
  const { rule, severity, line, column, element, path, waiver } = problem
  return {
    ruleId: rule,
    ruleIndex,
    level: LEVELS[severity],
    message: { text: words(problem) },
    locations: [
      {
        physicalLocation: {
          artifactLocation: { uri: uriOf(file) },
          region: { startLine: line, startColumn: column },
        },
        logicalLocations: [{ name: element, fullyQualifiedName: `${element}${path}` }],
      },
    ],
    ...(waiver
      ? { suppressions: [{ kind: 'inSource', justification: `${waiver.author}: ${waiver.reason}` }] }
      : {}),
  }
}

/** A relative reference, which code scanning resolves against the repository; an absolute path needs its scheme. */
function uriOf(file: string): string {
  if (/^(\/|[A-Za-z]:[\\/])/.test(file)) return pathToFileURL(file).href
  return encodeURI(file.replaceAll('\\', '/')).replaceAll('?', '%3F').replaceAll('#', '%23')
}
