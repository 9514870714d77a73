/** `fairlead rules`: the list of rules, or all about one. */
import { nearest } from '../../shared/basics/nearest'
import { areaTitle, type Explanation, exampleText, explain, ruleOf } from '../../shared/rules/explain'
import { rules, rulesByArea } from '../../shared/rules/registry'
import type { Io } from './io'
import { type AddCommand, type ExitCode, exitCodes, refuse } from './outcome'

/** Adds the subcommand. */
export const addRules: AddCommand = (program, io, finish) => {
  program
    .command('rules')
    .description('list the rules, or explain one')
    .argument('[id]', 'the rule to explain')
    .action((id: string | undefined) => finish(show(io, id)))
}

function show(io: Io, id: string | undefined): ExitCode {
  if (id === undefined) {
    io.stdout(list())
    return exitCodes.fine
  }
  const rule = ruleOf(id)
  if (rule) {
    io.stdout(page(explain(rule)))
    return exitCodes.fine
  }
  const ids = rules.map((known) => known.id)
  const close = nearest(id, ids)
  const alike = [...new Set([...(close ? [close] : []), ...ids.filter((known) => known.includes(id))])]
  const mend =
    alike.length > 0
      ? `Did you mean ${alike.slice(0, MOST_ALIKE).join(' or ')}?`
      : 'Run “fairlead rules” to see them all.'
  return refuse(io, { code: 'rule-unknown', what: `There is no rule “${id}”.`, mend })
}

/** As many as can be read in one line. */
const MOST_ALIKE = 5

/** One line a rule, under the name of its area. */
function list(): string {
  const width = Math.max(...rules.map((rule) => rule.id.length))
  const areas = Object.entries(rulesByArea).map(([area, some]) => {
    const lines = some.map(
      ({ id, severity, title }) => `${severity.padEnd(7)}  ${id.padEnd(width)}  ${title}\n`,
    )
    return `${areaTitle(area)}\n${lines.sort().join('')}`
  })
  return areas.join('\n')
}

function page({ rule, area, looksAt, wrong, right }: Explanation): string {
  const { id, severity, title, why, sources } = rule
  const found = wrong.map(({ name, design, problems }) => {
    const said = problems.map(({ message, fix }) => `→ ${message}${fix ? ` Quick fix: ${fix.title}.` : ''}`)
    return `${name}:\n${indent(exampleText(design))}\n${indent(said.join('\n'))}\n`
  })
  const fine = right.map(({ name, design }) => `${name}:\n${indent(exampleText(design))}\n`)
  return `${id} (${severity}, ${area})
${title}.

${why}

Looks at: ${looksAt}

WRONG
${found.join('\n')}
RIGHT
${fine.join('\n')}
SOURCES
${sources.map(({ ref, checked }) => `  ${ref} (read on ${checked})\n`).join('')}`
}

function indent(text: string): string {
  return text.replaceAll(/^/gm, '  ')
}
