/** `fairlead rules`: the list of rules, or all about one. */
import { nearest } from '../../shared/basics/nearest'
import { areaTitle, type Explanation, exampleText, explain, ruleOf } from '../../shared/rules/explain'
import { rules, rulesByArea } from '../../shared/rules/registry'
import { inWords, say } from '../../shared/texts/text'
import type { Translate } from '../../shared/texts/translate'
import { languageOption } from './language'
import { type AddCommand, type ExitCode, exitCodes, refuse, type Speaker, word } from './outcome'

/** Adds the subcommand. */
export const addRules: AddCommand = (program, out, finish) => {
  const { words } = out
  program
    .command('rules')
    .description(words('list the rules, or explain one'))
    .argument('[id]', words('the rule to explain'))
    .addOption(languageOption(words))
    .action((id: string | undefined) => finish(show(out, id)))
}

function show(out: Speaker, id: string | undefined): ExitCode {
  const { io, words } = out
  if (id === undefined) {
    io.stdout(list(words))
    return exitCodes.fine
  }
  const rule = ruleOf(id)
  if (rule) {
    io.stdout(page(explain(rule), words))
    return exitCodes.fine
  }
  const ids = rules.map((known) => known.id)
  const close = nearest(id, ids)
  const alike = [...new Set([...(close ? [close] : []), ...ids.filter((known) => known.includes(id))])]
  const mend =
    alike.length > 0
      ? say`Did you mean ${inWords(alike.slice(0, MOST_ALIKE), 'or')}?`
      : 'Run “fairlead rules” to see them all.'
  return refuse(out, { code: 'rule-unknown', what: say`There is no rule “${id}”.`, mend })
}

/** As many as can be read in one line. */
const MOST_ALIKE = 5

/** One line a rule, under the name of its area. */
function list(words: Translate): string {
  const width = Math.max(...rules.map((rule) => rule.id.length))
  const areas = Object.entries(rulesByArea).map(([area, some]) => {
    const lines = some.map(
      ({ id, severity, title }) =>
        `${word(words, severity).padEnd(7)}  ${id.padEnd(width)}  ${words(title)}\n`,
    )
    return `${words(areaTitle(area))}\n${lines.sort().join('')}`
  })
  return areas.join('\n')
}

function page({ rule, area, looksAt, wrong, right }: Explanation, words: Translate): string {
  const { id, severity, title, why, sources } = rule
  const found = wrong.map(({ name, design, problems }) => {
    const said = problems.map((problem) => {
      const fix = problem.fix && say`Quick fix: ${problem.fix.title}.`
      return `→ ${words(problem)}${fix ? ` ${words(fix)}` : ''}`
    })
    return `${name}:\n${indent(exampleText(design))}\n${indent(said.join('\n'))}\n`
  })
  const fine = right.map(({ name, design }) => `${name}:\n${indent(exampleText(design))}\n`)
  return `${id} (${word(words, severity)}, ${words(area)})
${words(title)}.

${words(why)}

${words(say`Looks at: ${looksAt}`)}

${word(words, 'WRONG')}
${found.join('\n')}
${word(words, 'RIGHT')}
${fine.join('\n')}
${word(words, 'SOURCES')}
${sources.map(({ ref, checked }) => `  ${ref} (${words(say`read on ${checked}`)})\n`).join('')}`
}

function indent(text: string): string {
  return text.replaceAll(/^/gm, '  ')
}
