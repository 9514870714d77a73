/** Templates: designs that also say what they are for. That is not part of the designs that begin with them. */
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
  const { title, description, order, ...design } = parsed.value
  return ok({
    title: String(title ?? design.name),
    description: String(description ?? ''),
    order: Number(order ?? Number.POSITIVE_INFINITY),
    design,
  })
}
