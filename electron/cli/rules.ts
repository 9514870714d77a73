/** `fairlead rules`: the list of rules, or all about one. */
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
  const alike = rules
    .map((known) => known.id)
    .filter((known) => known.split('-').some((word) => word.length > 2 && id.split('-').includes(word)))
  const mend =
    alike.length > 0 && alike.length <= 12
      ? `Did you mean ${alike.join(' or ')}?`
      : 'Run “fairlead rules” to see them all.'
  return refuse(io, { code: 'rule-unknown', what: `There is no rule “${id}”.`, mend })
}

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
