/** The problems of an element as marks in its JSON, with their rules and fixes. */
import type { Diagnostic } from '@codemirror/lint'
import type { Problem } from '../../shared/rules/problem'
import type { App } from '../store'
import { t } from '../strings/strings'
import { words } from '../strings/words'
import type { Wrong } from './json-apply'
import { rangeOf } from './json-places'

const SEVERITIES = { error: 'error', warning: 'warning', advice: 'info' } as const

export function diagnosticsOf(
  app: App,
  problems: readonly Problem[],
  text: string,
  wrong: Wrong | undefined,
): Diagnostic[] {
  // Of a text that can't be read nobody knows what is where.
  if (wrong) return [syntaxMark(wrong, text)]
  return problems.map((problem) => markOf(app, problem, text)).sort((a, b) => a.from - b.from)
}

function syntaxMark({ what, offset }: Wrong, text: string): Diagnostic {
  // The end of a line has no width to be marked, so what is missing there is marked at the letter before.
  const before = text.slice(0, Math.min(offset + 1, text.length)).trimEnd().length
  const from = Math.max(0, before - 1)
  return { from, to: Math.min(from + 1, text.length), severity: 'error', message: what }
}

function markOf(app: App, problem: Problem, text: string): Diagnostic {
  const { path, severity, rule, fix } = problem
  const message = words(problem)
  return {
    ...rangeOf(text, path),
    severity: SEVERITIES[severity],
    message,
    renderMessage: () => messageOf(app, message, rule),
    ...(fix
      ? { actions: [{ name: words(fix.title), apply: () => app.edit(words(fix.title), fix.apply) }] }
      : {}),
  }
}

/** What is wrong, and the way to the rule's page. */
function messageOf(app: App, message: string, rule: string): Node {
  const link = document.createElement('button')
  link.type = 'button'
  link.className = 'rule-link'
  link.textContent = rule
  link.ariaLabel = t('problems.openRule', { rule })
  link.addEventListener('click', () => app.patch({ overlay: { kind: 'rule', id: rule } }))
  const text = document.createElement('span')
  text.append(`${message} `, link)
  return text
}
