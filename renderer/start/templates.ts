/** The templates that come with the app. */
import { describeFailure } from '../../shared/basics/result'
import type { Design } from '../../shared/design/design'
import { headOf, parseTemplate, type Template } from '../../shared/design/template'

const texts = import.meta.glob<string>('../../assets/templates/*.fairlead', {
  query: '?raw',
  import: 'default',
  eager: true,
})

/** A template that nobody has chosen yet. */
export interface TemplateCard extends Omit<Template, 'design'> {
  /** Read when it is drawn or opened: reading all of them would keep the first picture waiting. */
  readonly design: () => Design
}

/** In the order that the files give. A template that can't be read is a bug that a test catches. */
export const templates: readonly TemplateCard[] = Object.entries(texts)
  .map(([path, text]) => {
    let design: Design | undefined
    const read = () => {
      design ??= designOf(path, text)
      return design
    }
    return { ...headOf(JSON.parse(text)), design: read }
  })
  .sort((a, b) => a.order - b.order)

function designOf(path: string, text: string): Design {
  const template = parseTemplate(text, path)
  if (!template.ok) throw new Error(describeFailure(template.error))
  return template.value.design
}
