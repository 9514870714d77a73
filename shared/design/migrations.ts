/**
 * Format versions. Each entry lifts a document by one version; its `before` and `after` are its test. The list is
 * empty because `fairlead/1` is the first format. docs/format.md says when a new version is due and how to add it.
 */
import { toNumber } from '../basics/convert'
import { fail, ok, type Result } from '../basics/result'
import { say } from '../texts/text'
import { FORMAT } from './design'

export interface Migration {
  readonly from: number
  readonly lift: (document: Record<string, unknown>) => Record<string, unknown>
  readonly before: Record<string, unknown>
  readonly after: Record<string, unknown>
}

export const migrations: readonly Migration[] = []

/** The format that this version writes. */
export const CURRENT = versionOf(FORMAT) as number

function versionOf(format: unknown): number | undefined {
  const found = typeof format === 'string' ? /^fairlead\/(\d+)$/.exec(format) : null
  return found ? toNumber(found[1]) : undefined
}

/** Lifts a document step by step to the current format; refuses a newer one, whose meaning this version can't know. */
export function migrate(
  document: Record<string, unknown>,
  steps: readonly Migration[] = migrations,
  current = CURRENT,
): Result<Record<string, unknown>> {
  const version = versionOf(document.format)
  if (version === undefined || version < 1) {
    return fail({
      code: 'format-unknown',
      pointer: '/format',
      what: say`The format ${JSON.stringify(document.format)} is not known.`,
      mend: say`Fairlead writes "${FORMAT}".`,
    })
  }
  if (version > current) {
    return fail({
      code: 'format-newer',
      pointer: '/format',
      what: say`This design was saved by a newer Fairlead (format ${version}; this version reads up to ${current}).`,
      mend: 'Update Fairlead to open it. The file was not changed.',
    })
  }
  let lifted = document
  for (let v = version; v < current; v++) {
    const step = steps.find((s) => s.from === v)
    if (!step) throw new Error(`No migration from format ${v}.`)
    lifted = step.lift(lifted)
  }
  return ok(lifted)
}
