/** `fairlead rules`: the list of rules, or all about one. */
import { rules } from '../../shared/rules/registry'
import type { Rule } from '../../shared/rules/rule'
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
    const width = Math.max(...rules.map((rule) => rule.id.length))
    const lines = rules.map((rule) => `${rule.severity.padEnd(7)}  ${rule.id.padEnd(width)}  ${rule.title}\n`)
    io.stdout(lines.sort().join(''))
    return exitCodes.fine
  }
  const rule = rules.find((known) => known.id === id)
  if (rule) {
    io.stdout(page(rule))
    return exitCodes.fine
  }
  const alike = rules
    .map((known) => known.id)
    .filter((known) => known.split('-').some((word) => id.split('-').includes(word)))
  const mend =
    alike.length > 0 ? `Did you mean ${alike.join(' or ')}?` : 'Run “fairlead rules” to see them all.'
  return refuse(io, { code: 'rule-unknown', what: `There is no rule “${id}”.`, mend })
}

function page({ id, severity, title, why, on, sources, examples }: Rule): string {
  const list = (names: readonly string[]) => names.map((name) => `  ${name}\n`).join('')
  return `${id} (${severity})
${title}.

${why}

Looks at: ${on.join(', ')}

Fine:
${list(Object.keys(examples.valid))}
Found:
${list(Object.keys(examples.invalid))}
Sources:
${list(sources.map(({ ref, checked }) => `${ref} (read ${checked})`))}`
}
