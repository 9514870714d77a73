/** From the text of the editor to the design: what is no object (yet) leaves the last good state in effect. */
import { isObject } from '../../shared/basics/json'
import type { Spec } from '../../shared/design/design'
import { parseJson } from '../../shared/design/serialize'
import { type App, designOf } from '../store'
import { t } from '../strings/strings'
import { words } from '../strings/words'
import { reuse } from './edits'
import { stepName } from './form-scope'

export interface Wrong {
  /** With the place, for the line below the editor. */
  readonly text: string
  /** Without the place, for the mark in the text. */
  readonly what: string
  /** Where it is, from 0. */
  readonly offset: number
}

/** Writes a text into an element's spec; what is wrong with it, if it can't be. */
export function applyJson(app: App, id: string, text: string): Wrong | undefined {
  const parsed = parseJson(text)
  if (!parsed.ok) {
    const { line = 1, column = 1, what, mend } = parsed.error
    const sentence = `${words(what)} ${words(mend)}`
    return {
      text: `${t('inspector.jsonPlace', { line, column })}: ${sentence} ${t('inspector.jsonStays')}`,
      what: sentence,
      offset: offsetOf(text, line, column),
    }
  }
  const { value } = parsed
  if (!isObject(value)) {
    return { text: t('inspector.jsonNotObject'), what: t('inspector.jsonNotObject'), offset: 0 }
  }
  const spec = reuse(designOf(app.store.getState()).elements[id]?.spec, value) as Spec
  app.edit(
    stepName(app, 'change', t('inspector.json'), [id]),
    (draft) => {
      const element = draft.elements[id]
      if (element) element.spec = spec
    },
    { mergeKey: `${id}#json` },
  )
  return undefined
}

/** Does the text mean this spec already, however it is laid out? */
export function says(text: string, spec: object): boolean {
  const parsed = parseJson(text)
  return parsed.ok && JSON.stringify(parsed.value) === JSON.stringify(spec)
}

function offsetOf(text: string, line: number, column: number): number {
  const before = text.split('\n').slice(0, line - 1)
  const start = before.reduce((sum, one) => sum + one.length + 1, 0)
  return Math.min(start + column - 1, text.length)
}
