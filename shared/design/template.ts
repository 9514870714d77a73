/** Templates: designs that also say what they are for. That is not part of the designs that begin with them. */
import { toNumber, toText } from '../basics/convert'
import { ok, type Result } from '../basics/result'
import type { Design } from './design'
import { parseDesign } from './serialize'

export interface Template {
  readonly title: string
  /** A sentence or two. */
  readonly description: string
  /** Where it stands among the others. */
  readonly order: number
  readonly design: Design
}

/** Reads a template. */
export function parseTemplate(text: string, file: string): Result<Template> {
  const parsed = parseDesign(text, file)
  if (!parsed.ok) return parsed
  const { title: _, description: __, order: ___, ...design } = parsed.value
  return ok({ ...headOf(parsed.value), design })
}

/** What a template says of itself. */
export function headOf({ name, title, description, order }: Readonly<Record<string, unknown>>) {
  return {
    title: toText(title ?? name),
    description: toText(description ?? ''),
    order: toNumber(order ?? Number.POSITIVE_INFINITY),
  }
}
