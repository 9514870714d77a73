/**
 * Text in GitHub's Markdown. What means something anywhere is escaped anywhere; what means something at the beginning of a
 * line is escaped at the beginning of every text, since any of them may come to stand there.
 */

/** Code, emphasis, links, HTML, entities, cells of tables, strikethrough, formulas. */
const ANYWHERE = /[\\`*_[\]<>&|~$]/g

/** Headings, lists, underlines of headings, and what makes a list of a number before it. */
const AT_BEGINNING = /^(?:[#+\-=:.)]|\d{1,9}(?=[.)](?:\s|$)))/

/** A text on one line. */
export function escapeMarkdown(text: string): string {
  const line = text.replace(/\s+/g, ' ')
  return (
    line
      .replace(ANYWHERE, '\\$&')
      // Addresses become links without anybody asking.
      .replace(/:(?=\/\/)/g, '\\:')
      .replace(/(?<=\bwww)\./gi, '\\.')
      // GitHub looks for people, teams and issues in what is shown; a joiner, which nobody sees, stands between.
      .replace(/#(?=\d)/g, '#&#8288;')
      .replace(/@/g, '@&#8288;')
      .replace(AT_BEGINNING, (found) => (/\d/.test(found) ? `${found}&#8288;` : `\\${found}`))
  )
}

/** An identifier or a value, monospaced; within tables a bar needs a backslash even in code. */
export function codeSpan(text: string, inTable: boolean): string {
  const line = text.replace(/\s+/g, ' ').trim()
  if (line === '') return ''
  const runs = line.match(/`+/g) ?? []
  const fence = '`'.repeat(Math.max(0, ...runs.map((run) => run.length)) + 1)
  const padded = /^`|`$/.test(line) ? ` ${line} ` : line
  const written = `${fence}${padded}${fence}`
  return inTable ? written.replaceAll('|', '\\|') : written
}
