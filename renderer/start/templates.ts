/** The templates that come with the app. */
import type { Design } from '../../shared/design/design'
import { parseDesign } from '../../shared/design/serialize'

export interface Template {
  readonly id: string
  readonly title: string
  readonly description: string
  readonly design: Design
}

const texts = import.meta.glob<string>('../../assets/templates/*.fairlead', {
  query: '?raw',
  import: 'default',
  eager: true,
})

/** Read once; a template that can't be read is a bug that a test catches. */
export const templates: readonly Template[] = Object.entries(texts).map(([path, text]) => {
  const parsed = parseDesign(text, path)
  if (!parsed.ok) throw new Error(parsed.error.what)
  const design = parsed.value
  return {
    id: path.replace(/^.*\/|\.fairlead$/g, ''),
    title: String(design.title ?? design.name),
    description: String(design.description ?? ''),
    design,
  }
})
